import "./browser/markdown-preview";
import "./browser/mention-picker";
import "./browser/search-key";
import "./browser/theme-switch";
import "./browser/toast-region";
import "./browser/vote-button";
