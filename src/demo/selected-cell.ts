/**
 * Scrolls the grid so that its selected cell can be seen, where it can't. Where the sheet's first rows or columns and the
 * cell fit the view together it goes back to them: headers are worth seeing. Does nothing while no cell is drawn as selected.
 * @param view the element the grid fills
 */
export function bringSelectedIntoView(view: HTMLElement): void {
  const area = view.querySelector(".fortune-cell-area");
  const box = area?.querySelector(".luckysheet-cell-selected");
  const across = view.querySelector(".luckysheet-scrollbar-x");
  const down = view.querySelector(".luckysheet-scrollbar-y");
  if (!area || !box || !across || !down) return;
  const room = area.getBoundingClientRect();
  const cell = box.getBoundingClientRect();
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = area;
  const left = positionToSee(cell.left - room.left + scrollLeft, cell.width, clientWidth, scrollLeft);
  const top = positionToSee(cell.top - room.top + scrollTop, cell.height, clientHeight, scrollTop);
  if (left !== scrollLeft) scrollTo(across, "scrollLeft", left);
  if (top !== scrollTop) scrollTo(down, "scrollTop", top);
}

/** Whether the grid in the view knows the sizes of the sheet it shows. */
export function hasSizes(view: HTMLElement | null): boolean {
  return (view?.querySelector(".luckysheet-cell-sheettable")?.clientHeight ?? 0) > 0;
}

/** The grid follows its scroll bars. One that stands where it should, with the grid elsewhere, was overlooked: say it again. */
function scrollTo(bar: Element, axis: "scrollLeft" | "scrollTop", position: number): void {
  if (bar[axis] === position) bar.dispatchEvent(new Event("scroll"));
  else bar[axis] = position;
}

/**
 * Where to scroll along one axis, in pixels from the sheet's start.
 * @param start near edge of the cell
 * @param room how much can be seen
 * @param now where it is scrolled to
 * @returns `now` where the cell is in view already
 */
export function positionToSee(start: number, size: number, room: number, now: number): number {
  if (start >= now && start + size <= now + room) return now;
  if (start + size <= room) return 0;
  const before = Math.max(0, Math.min(room / 3, room - size));
  return Math.max(0, Math.round(start - before));
}
