/** Requests and answers: the transport over HttpClient 5, retries of reads, and the rate of requests. */
package io.github.camelvtiger.http;
