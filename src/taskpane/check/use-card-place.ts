import { groupByStanding, placeOfCard, type CardPlace } from "../../app/standing-groups";
import type { Problem } from "../../app/problems";
import { useAssistant } from "../session";

/** Where a card of the list stands now, so that what is done with it can be told there once it is gone. */
export function useCardPlace(): (problem: Problem) => CardPlace {
  const assistant = useAssistant();
  return (problem) => {
    const { report, filter, narrowing } = assistant.getState();
    return placeOfCard(report ? groupByStanding(report, filter, narrowing) : [], problem);
  };
}
