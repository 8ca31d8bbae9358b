package io.github.camelvtiger.intent;

import java.util.List;

/**
 * Words of a text that name a module.
 *
 * @param from the place of the first word
 * @param to behind the last one
 * @param modules API names, the likeliest first
 * @param many whether they are in the plural
 */
record Mention(int from, int to, List<String> modules, boolean many) {}
