package io.github.camelvtiger.simulator.http;

import java.time.Duration;

/**
 * What the server takes of one request, and of all together: clients that send without end must not use up its memory
 * or its threads.
 *
 * @param longestBody bytes; of a longer body nothing is there, as with PHP's post_max_size
 * @param allBodies bytes of bodies that are held at once
 * @param complete how long a request may take to arrive, headers and body each
 * @param taken how long a client may leave a reply unread
 */
record RequestLimits(long longestBody, long allBodies, Duration complete, Duration taken) {

    /** PHP's post_max_size as a CRM usually has it. */
    private static final long POST_MAX_SIZE = 24L * 1024 * 1024;

    private static final int SHARE_OF_HEAP = 16;

    /** The defaults; in a small heap bodies may only be as long as it can bear. */
    static RequestLimits ofHeap() {
        long all = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return new RequestLimits(Math.min(POST_MAX_SIZE, all), all, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
