// Runs before the first paint, so that a remembered dark page never flashes white.
import { applyScheme, rememberedScheme } from "./scheme-choice.js";

applyScheme(rememberedScheme());
