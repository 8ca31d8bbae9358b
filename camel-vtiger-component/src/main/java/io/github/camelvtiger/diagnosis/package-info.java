/** What a connection to a Vtiger is good for: whether it works, and what hinders an integration, with what to do about it. */
package io.github.camelvtiger.diagnosis;
