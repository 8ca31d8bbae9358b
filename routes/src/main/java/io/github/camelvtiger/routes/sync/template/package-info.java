/** The routes of syncs: which template each is of, with which parameters; and their text, for people who want to own them. */
package io.github.camelvtiger.routes.sync.template;
