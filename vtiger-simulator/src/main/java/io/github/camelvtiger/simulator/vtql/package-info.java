/** The query language with the quirks of the server: lexer, parser, evaluation. */
package io.github.camelvtiger.simulator.vtql;
