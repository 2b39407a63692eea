// The script of signed-in pages. Everything works without it; it only saves the reader a page load.
// SPDX-License-Identifier: EUPL-1.2
import "./js/libraries.js";
import "./js/sending.js";
import "./js/sizes.js";
import "./js/counters.js";
import "./js/board/drag.js";
import "./js/board/keys.js";
import "./js/board/look.js";
import "./js/board/quick.js";
import "./js/board/strip.js";
import "./js/board/first_letters.js";
import "./js/focus.js";
import "./js/forms.js";
import "./js/history.js";
import "./js/message.js";
import "./js/reading.js";
import "./js/repairs.js";
