import { createRoot } from "react-dom/client";
import { DemoPage } from "./demo-page";

const place = document.getElementById("demo");
if (place) createRoot(place).render(<DemoPage begins={location.hash === "#demo" ? "sample" : "welcome"} />);
