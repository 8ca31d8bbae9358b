/**
 * Whether a target has what its source has: records of a CRM are compared with what became of them, and differences are looked at again
 * before they are believed, since both sides may move meanwhile.
 */
package io.github.camelvtiger.routes.sync.verify;
