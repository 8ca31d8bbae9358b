/** Shows each write to an interceptor before it is sent, with what is there before it. */
package io.github.camelvtiger.intercept;
