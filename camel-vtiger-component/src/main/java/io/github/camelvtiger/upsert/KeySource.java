package io.github.camelvtiger.upsert;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers questions for the records of keys. */
interface KeySource {

    /** How many records a page has at most. */
    int PAGE = 100;

    /** The first page, ordered by the field that is asked for and then by id. */
    CompletableFuture<List<Map<String, Object>>> page(KeyQuery query);

    /** All records, whatever number of requests it takes. */
    CompletableFuture<List<Map<String, Object>>> all(KeyQuery query);

    /** How many records there are, also such as are hidden. */
    CompletableFuture<Long> count(KeyQuery query);

    /** Whether records may be hidden from the user, and missing in a page although there are more. */
    CompletableFuture<Boolean> hidesRecords();
}
