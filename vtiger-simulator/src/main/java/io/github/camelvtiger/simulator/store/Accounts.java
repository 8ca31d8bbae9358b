package io.github.camelvtiger.simulator.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who may log in: access keys by the number of the user, and all else as the table of users has it at the moment. */
final class Accounts {

    private final ModuleTable users;
    private final ModuleTable currencies;
    private final Map<Long, CrmUser> planted = new ConcurrentSkipListMap<>();

    Accounts(ModuleTable users, ModuleTable currencies) {
        this.users = users;
        this.currencies = currencies;
    }

    void add(CrmUser user) {
        planted.put(user.number(), user);
    }

    /** Ascending by number. */
    List<CrmUser> all() {
        return planted.values().stream().map(this::current).toList();
    }

    Optional<CrmUser> numbered(long number) {
        return Optional.ofNullable(planted.get(number)).map(this::current);
    }

    /** Of two users of one name it is the older one. */
    Optional<CrmUser> named(String userName) {
        return all().stream()
                .filter(user -> user.userName().equalsIgnoreCase(userName))
                .findFirst();
    }

    private CrmUser current(CrmUser user) {
        StoredRow row = users.rows().get(user.number());
        return row == null ? user : user.as(row, conversionRate(row.value("currency_id")));
    }

    private double conversionRate(String currency) {
        String number = currency.substring(currency.indexOf('x') + 1);
        return currencies
                .live()
                .filter(row -> Long.toString(row.number()).equals(number))
                .map(row ->
                        ColumnText.leadingNumber(row.value("conversion_rate")).doubleValue())
                .findFirst()
                .orElse(0.0);
    }
}
