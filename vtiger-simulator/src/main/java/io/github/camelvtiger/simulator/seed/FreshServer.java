package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.GroupMembers.Member;
import io.github.camelvtiger.simulator.store.Sharing;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a server has right after installation, and three users who are not administrators. */
final class FreshServer implements Seed {

    private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY_LENGTH = 16;

    @Override
    public void plant(CrmStore store, Instant now, RandomGenerator random) {
        user(store, new CrmUser(1, "admin", key(random), "", "Administrator", "admin@example.com", true, "UTC", 2));
        user(store, seller(5, "tzuser", "Zone", "Asia/Kolkata", random));
        user(store, seller(6, "sales1", "Seller", "UTC", random));
        user(store, seller(7, "ptuser", "Lisboa", "America/Los_Angeles", random));
        dateFormat(store, 5, "dd-mm-yyyy");
        dateFormat(store, 7, "mm-dd-yyyy");
        group(store, 2, "Team Selling", "Group Related to Sales");
        group(store, 3, "Marketing Group", "Group Related to Marketing Activities");
        group(store, 4, "Support Group", "Group Related to providing Support to Customers");
        store.numberFrom(module(store, "Users"), 7);
        share(store.sharing());
        actor(
                store,
                "Currency",
                1,
                Map.of(
                        "currency_name",
                        "USA, Dollars",
                        "currency_code",
                        "USD",
                        "currency_symbol",
                        "$",
                        "conversion_rate",
                        "1.00000",
                        "currency_status",
                        "Active",
                        "defaultid",
                        "-11",
                        "deleted",
                        "0"));
        actor(
                store,
                "DocumentFolders",
                1,
                Map.of("foldername", "Default", "description", "This is a Default Folder", "sequence", "1"));
        actor(
                store,
                "CompanyDetails",
                1,
                Map.ofEntries(
                        Map.entry("organizationname", "vtiger"),
                        Map.entry("address", "95, 12th Main Road, 3rd Block, Rajajinagar"),
                        Map.entry("city", "Bangalore"),
                        Map.entry("state", "Karnataka"),
                        Map.entry("country", "India"),
                        Map.entry("code", "560010"),
                        Map.entry("phone", "+91 9243602352"),
                        Map.entry("fax", "+91 9243602352"),
                        Map.entry("website", "www.vtiger.com"),
                        Map.entry("logoname", "vtiger-crm-logo.png")));
        tax(store, 1, "VAT", "4.500");
        tax(store, 2, "Sales", "10.000");
        tax(store, 3, "Service", "12.500");
    }

    /** Three modules are private from the beginning, and each group is of some roles. */
    private static void share(Sharing sharing) {
        List.of("Calendar", "Events", "PBXManager").forEach(sharing::makePrivate);
        sharing.groups().put(2, List.of(Member.role("H4"), Member.roleAndBelow("H5")));
        sharing.groups().put(3, List.of(Member.user(1), Member.role("H2"), Member.roleAndBelow("H3")));
        sharing.groups().put(4, List.of(Member.role("H3"), Member.roleAndBelow("H3")));
    }

    private static CrmUser seller(long number, String name, String lastName, String timeZone, RandomGenerator random) {
        return new CrmUser(number, name, key(random), "T", lastName, name + "@example.com", false, timeZone, 2);
    }

    private static void dateFormat(CrmStore store, long user, String format) {
        store.table("Users").change(user, row -> row.with(Map.of("date_format", format)));
    }

    static String key(RandomGenerator random) {
        return random.ints(KEY_LENGTH, 0, KEY_CHARACTERS.length())
                .collect(
                        StringBuilder::new,
                        (key, place) -> key.append(KEY_CHARACTERS.charAt(place)),
                        StringBuilder::append)
                .toString();
    }

    private static void user(CrmStore store, CrmUser user) {
        store.addUser(user);
        Map<String, String> values = new HashMap<>(UserDefaults.VALUES);
        values.putAll(Map.of(
                "user_name",
                user.userName(),
                "first_name",
                user.firstName(),
                "last_name",
                user.lastName(),
                "email1",
                user.email(),
                "time_zone",
                user.timeZone(),
                "no_of_currency_decimals",
                Integer.toString(user.decimals()),
                "userlabel",
                (user.firstName() + " " + user.lastName()).strip()));
        values.putAll(user.admin() ? UserDefaults.ADMINISTRATOR : UserDefaults.OTHERS);
        store.table("Users").put(StoredRow.of(module(store, "Users"), user.number(), values));
    }

    private static void group(CrmStore store, long number, String name, String description) {
        store.table("Groups")
                .put(StoredRow.of(
                        module(store, "Groups"), number, Map.of("groupname", name, "description", description)));
    }

    private static void tax(CrmStore store, long number, String label, String percentage) {
        actor(
                store,
                "Tax",
                number,
                Map.of(
                        "taxname",
                        "tax" + number,
                        "taxlabel",
                        label,
                        "percentage",
                        percentage,
                        "deleted",
                        "0",
                        "method",
                        "Simple",
                        "type",
                        "Fixed",
                        "compoundon",
                        "[]",
                        "regions",
                        "[]"));
    }

    private static void actor(CrmStore store, String type, long number, Map<String, String> values) {
        store.table(type).put(StoredRow.of(module(store, type), number, values));
        store.numberFrom(module(store, type), number);
    }

    private static ModuleMetadata module(CrmStore store, String name) {
        return store.metadata().module(name).orElseThrow();
    }

    /** Who owns the seeded records. */
    static List<String> owners() {
        return List.of("19x1", "19x6", "20x2");
    }
}
