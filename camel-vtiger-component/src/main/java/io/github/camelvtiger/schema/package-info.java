/** JSON Schema 2020-12 of the records of a module, made of what describe reports. */
package io.github.camelvtiger.schema;
