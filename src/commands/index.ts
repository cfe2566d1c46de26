import { serve } from "./serve";

void Office.onReady(() => serve(window));
