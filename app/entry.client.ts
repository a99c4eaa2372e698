import "./browser/markdown-preview";
import "./browser/theme-switch";
import "./browser/toast-region";
import "./browser/vote-button";
