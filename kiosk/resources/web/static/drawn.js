// Says so where a picture cannot be drawn, in the place of the hint that it takes a few seconds.
"use strict";
for (const picture of document.querySelectorAll(".drawn img")) {
  const fail = () => {
    const told = picture.parentElement.querySelector("span");
    told.textContent = told.dataset.failed;
    told.removeAttribute("aria-hidden");
    picture.parentElement.classList.add("has-failed");
  };
  picture.addEventListener("error", fail);
  // It may have failed before this was read.
  if (picture.loading !== "lazy" && picture.complete && picture.naturalWidth === 0) fail();
}
