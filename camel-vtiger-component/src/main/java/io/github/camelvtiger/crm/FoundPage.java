package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;

/**
 * A page whose end is known.
 *
 * @param page without rows only if there is nothing more that the user can see
 * @param whole whether nothing more follows it; false also if that is not known
 * @param skipped how many rows in front of it are hidden from the user
 */
public record FoundPage(Page page, boolean whole, long skipped) {

    /** What several answers show together: the rows of the last one, at the time of the first. */
    FoundPage at(Page first) {
        return new FoundPage(new Page(page.rows(), first.serverTime()), whole, skipped);
    }
}
