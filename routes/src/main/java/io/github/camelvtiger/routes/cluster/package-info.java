/** Several instances of the application: which cluster service they use, and which routes only the leader runs. */
package io.github.camelvtiger.routes.cluster;
