package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Users own records, and are never in a sync. */
final class UsersKind implements ModuleKind {

    private static final String DECIMALS = "no_of_currency_decimals";

    private static final String LANGUAGE = "language";

    /** What a save stores for a preference that is empty. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("status", "Active"),
            Map.entry("time_zone", "UTC"),
            Map.entry("currency_id", "21x1"),
            Map.entry("date_format", "yyyy-mm-dd"),
            Map.entry("start_hour", "09:00"),
            Map.entry("dayoftheweek", "Sunday"),
            Map.entry("callduration", "5"),
            Map.entry("othereventduration", "5"),
            Map.entry("hour_format", "12"),
            Map.entry("activity_view", "Today"),
            Map.entry("calendarsharedtype", "public"),
            Map.entry("default_record_view", "Summary"),
            Map.entry("currency_decimal_separator", "."),
            Map.entry("currency_grouping_separator", ","),
            Map.entry(LANGUAGE, "en_us"),
            Map.entry("theme", "softed"),
            Map.entry("hidecompletedevents", "0"));

    /** For users of an installation no user has logged in to with a browser. */
    private static final Map<String, String> GROUPING = Map.of(
            "currency_grouping_pattern",
            "123,456,789",
            "currency_decimal_separator",
            ".",
            "currency_grouping_separator",
            ",",
            "currency_symbol_placement",
            "$1.0");

    /** The languages that every installation has. */
    private static final Set<String> INSTALLED = Set.of(
            "ar_ae", "de_de", "en_gb", "en_us", "es_es", "es_mx", "fr_fr", "hu_hu", "it_it", "nl_nl", "pl_pl", "pt_br",
            "ro_ro", "ru_ru", "sv_se", "tr_tr");

    /** Few fields of users are open to profiles. */
    private static final Set<String> FOUND_BY = Set.of("phone", "picklist", "boolean");

    @Override
    public boolean referredAsOwner() {
        return true;
    }

    @Override
    public boolean assignable(long number, ModuleMetadata module, CrmUser user, CrmStore store) {
        return store.sharing().assignableToUser(number, user);
    }

    @Override
    public boolean numberedWithUsers() {
        return true;
    }

    @Override
    public boolean labelled() {
        return false;
    }

    /** Theirs is in their own table. */
    @Override
    public boolean descriptionReencoded() {
        return false;
    }

    @Override
    public boolean labelledOnRevise() {
        return true;
    }

    @Override
    public boolean foundByType(String fieldType) {
        return FOUND_BY.contains(fieldType);
    }

    /** The name that others see, and what a save fills in. */
    @Override
    public Map<String, String> changed(StoredRow changed, SentElement element, CrmUser user) {
        Map<String, String> texts = new HashMap<>();
        texts.put("userlabel", UserLabel.of(changed::value));
        DEFAULTS.forEach((field, value) -> {
            if (changed.value(field).isEmpty()) {
                texts.put(field, value);
            }
        });
        if (changed.value(DECIMALS).isEmpty()) {
            texts.put(DECIMALS, Integer.toString(user.decimals()));
        }
        grouping(changed).forEach((field, value) -> {
            if (element.text(field).isEmpty()) {
                texts.put(field, value);
            }
        });
        return texts;
    }

    /** A language that is not installed becomes the default one (seen on 8.2.0). */
    @Override
    public Map<String, String> beside(SentElement element, CrmStore store) {
        String language = element.text(LANGUAGE);
        boolean installed =
                INSTALLED.contains(language) || store.metadata().languages().has(language);
        return installed || !element.has(LANGUAGE) ? Map.of() : Map.of(LANGUAGE, DEFAULTS.get(LANGUAGE));
    }

    /** A save reads the user with the defaults, and writes those that were not sent. */
    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        Map<String, String> read = new HashMap<>(grouping(before));
        read.keySet().removeIf(element::has);
        return read;
    }

    /** A record by itself shows the defaults that a query does not. */
    @Override
    public void complete(Map<String, Object> answer, StoredRow row, CrmStore store) {
        grouping(row).forEach(answer::replace);
        answer.replace(DECIMALS, "", "0");
    }

    private static Map<String, String> grouping(StoredRow row) {
        return row.value("currency_grouping_pattern").isEmpty()
                        && row.value("currency_symbol_placement").isEmpty()
                ? GROUPING
                : Map.of();
    }

    /** Deleting makes a user inactive; neither can be undone by the API. */
    @Override
    public boolean foundAfterDelete() {
        return true;
    }

    @Override
    public boolean there(StoredRow row) {
        return found(row);
    }

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && row.value("status").equalsIgnoreCase("Active");
    }

    @Override
    public boolean synced() {
        return false;
    }
}
