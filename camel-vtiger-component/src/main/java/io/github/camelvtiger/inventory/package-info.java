/** What a change of an order must send in full so that the server loses neither its items nor its terms. */
package io.github.camelvtiger.inventory;
