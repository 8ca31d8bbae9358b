/** Writes by natural key: looks up many keys with one query, compares, and sends what differs. */
package io.github.camelvtiger.upsert;
