package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.HtmlText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code me}: the record of the user who asks, whatever he may read otherwise, as the server itself keeps it: texts with HTML
 * entities, references without their prefix, and his currency in words ({@code cloud-rest.md §2}).
 */
final class MeOperation implements Operation {

    private final CrmStore store;
    private final Records records;
    private final CrmUser administrator;
    private final HtmlText html = new HtmlText();

    /** @param administrator in whose name the record is read */
    MeOperation(CrmStore store, Records records, CrmUser administrator) {
        this.store = store;
        this.records = records;
        this.administrator = administrator;
    }

    @Override
    public String name() {
        return "me";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String id = call.user().id();
        StoredRow row = records.row(id, administrator);
        Map<String, Object> me = new LinkedHashMap<>();
        records.retrieve(id, administrator).forEach((name, value) -> me.put(name, kept(row, name, value)));
        me.remove("id");
        putCurrency(me);
        me.put("id", id);
        return me;
    }

    private Object kept(StoredRow row, String name, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        boolean reference = row.module()
                .field(name)
                .filter(field -> field.type().equals("reference"))
                .isPresent();
        return reference ? text.substring(text.indexOf('x') + 1) : html.encode(text);
    }

    private void putCurrency(Map<String, Object> me) {
        String number = me.getOrDefault("currency_id", "").toString();
        store.table("Currency")
                .live()
                .filter(currency -> Long.toString(currency.number()).equals(number))
                .forEach(currency -> {
                    me.put("currency_name", html.encode(currency.value("currency_name")));
                    me.put("currency_code", currency.value("currency_code"));
                    me.put("currency_symbol", html.encode(currency.value("currency_symbol")));
                    me.put("conv_rate", currency.value("conversion_rate"));
                });
    }
}
