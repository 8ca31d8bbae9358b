/**
 * The management port: which address it has and who may reach it, what is measured of syncs, and the page of the person on call.
 */
package io.github.camelvtiger.routes.manage;
