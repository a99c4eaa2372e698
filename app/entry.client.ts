import "./browser/markdown-preview";
import "./browser/mention-picker";
import "./browser/page-watch";
import "./browser/theme-switch";
import "./browser/toast-region";
import "./browser/vote-button";
