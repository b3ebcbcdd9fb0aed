import tseslint from "typescript-eslint";

export default tseslint.config(...tseslint.configs.strict, {
  rules: {
    // The page shows strangers' documents: nothing of them may become markup, so no code may make markup at
    // all.
    "no-restricted-properties": [
      "error",
      { property: "innerHTML" },
      { property: "outerHTML" },
      { property: "insertAdjacentHTML" },
      { object: "document", property: "write" },
    ],
    "@typescript-eslint/no-non-null-assertion": "off",
  },
});
