import "./browser/markdown-preview";
import "./browser/mention-picker";
import "./browser/page-watch";
import "./browser/search-key";
import "./browser/similar-posts";
import "./browser/theme-switch";
import "./browser/toast-region";
import "./browser/vote-button";
