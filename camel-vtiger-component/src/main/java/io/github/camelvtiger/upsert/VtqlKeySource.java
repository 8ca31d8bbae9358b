package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a CRM.
 *
 * @param selection what is between SELECT and FROM; the match fields must be among it
 */
record VtqlKeySource(VtigerClient client, String selection) implements KeySource {

    @Override
    public CompletableFuture<List<Map<String, Object>>> page(KeyQuery query) {
        return client.queryPage(query.vtql(selection) + " order by " + query.fieldName() + ", id limit " + PAGE + ";")
                .thenApply(Page::rows);
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> all(KeyQuery query) {
        return client.query(query.vtql(selection));
    }

    @Override
    public CompletableFuture<Long> count(KeyQuery query) {
        return client.count(query.vtql("count(*)"));
    }

    /** Rows that a user may not read are taken out of a page after it was filled ({@code webservice.md §7}). */
    @Override
    public CompletableFuture<Boolean> hidesRecords() {
        return client.user().isAdministrator().thenApply(all -> !all);
    }
}
