/** What a user wants, in words: which action, on which module. A small index of phrases, and of what a CRM calls its modules. */
package io.github.camelvtiger.intent;
