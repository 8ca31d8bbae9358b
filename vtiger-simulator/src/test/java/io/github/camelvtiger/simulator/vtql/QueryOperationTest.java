package io.github.camelvtiger.simulator.vtql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows a query gives ({@code webservice.md §7}). Five contacts, 10 to 14; 15 is deleted. */
class QueryOperationTest {

    private static final CrmUser ADMIN = new CrmUser(1, "admin", "", "", "Administrator", "", true, "UTC", 2);
    private static final CrmUser SELLER = new CrmUser(6, "sales1", "", "", "Seller", "", false, "UTC", 2);

    private final CrmStore store = new CrmStore(new MetadataLoader().load(), Kinds::of);
    private final QueryOperation query = new QueryOperation(store);

    @BeforeEach
    void fill() {
        contact(10, "firstname", "Zoë", "lastname", "Parker", "account_id", "11x3", "birthday", "1990-05-01");
        contact(11, "firstname", "Ann", "lastname", "D'Arcy", "title", "100%", "account_id", "11x20");
        contact(12, "firstname", "back\\slash", "lastname", "parker", "title", "order");
        contact(13, "firstname", "Bob", "lastname", "Zimmer", "donotcall", "1", "birthday", "2001-01-01");
        contact(14, "firstname", "Cid", "lastname", "Zimmer ", "title", "T1");
        store.table("Contacts").put(new StoredRow(contacts(), 15, contactValues(15, "lastname", "Gone"), true));
        account(3, "annual_revenue", "1234.50000000", "employees", "9");
        account(20, "annual_revenue", "99.00000000", "employees", "10");
        account(21);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "where lastname = 'PARKER'                             | 10 12",
                "where firstname = 'zoe'                               | 10",
                "where lastname = 'Zimmer'                             | 13 14",
                "where lastname = 'D''Arcy'                            | 11",
                "where lastname like 'zim%'                            | 13 14",
                "where lastname like 'Zimmer'                          | 13",
                "where lastname like '_arker'                          | 10 12",
                "where title like '100\\%'                             | 11",
                "where title like '%\\%%'                              | 11",
                "where firstname = 'back\\slash'                       | ``",
                "where firstname = 'back\\\\slash'                     | 12",
                "where title = ' '                                     | 10 13",
                "where title = null                                    | ``",
                "where title != 'order'                                | 10 11 13 14",
                "where title in ('T1', 'order')                        | 12 14",
                "where title in 'T1'                                   | 14",
                "where lastname = 'Zimmer' or lastname='parker' and firstname='zoe' | 10 13 14",
                "where lastname = 'Gone' or lastname = 'Zimmer'        | 13 14",
                "where lastname = 0                                    | 10 11 12 13 14",
                "where lastname = Parker                               | ``",
                "where firstname = lastname                            | ``",
                "where donotcall = 1                                   | 13",
                "where id = '12x11'                                    | 11",
                "where id = '99x11'                                    | 11",
                "where id = 12x11                                      | 11",
                "where id = '11'                                       | ``",
                "where id = 'abc'                                      | ``",
                "where id in ('12x14', '12x10', '12x15')               | 10 14",
                "where id in ('12x14', 'abc')                          | ``",
                "where id > '12x12'                                    | 13 14",
                "where id > '12x9' and id <= '12x11'                   | 10 11",
                "where id > '12x13' or id < '12x11'                    | 10 14",
                "where id > 100                                        | ``",
                "where id != '12x11' and id >= '12x11' and id < '12x13'| 12",
                "where id like '12x1_'                                 | 10 11 12 13 14",
                "where account_id = '11x3'                             | 10",
                "where account_id = '99x3'                             | 10",
                "where account_id in ('11x3', '11x20')                 | 10 11",
                "where account_id > '11x3'                             | 11",
                "where account_id = '11x0'                             | 12 13 14",
                "where assigned_user_id = '19x1' and id < '12x12'      | 10 11",
                "where assigned_user_id = '1'                          | ``",
                "where birthday < '2000-01-01'                         | 10",
                "where birthday != '2001-1-1'                          | 10",
                "where modifiedtime >= '2026-11-24 10:00:12'           | 12 13 14",
                "where modifiedtime > '2026-11-24T10:00:12Z'           | 13 14",
                "where modifiedtime < '2026-11-24'                     | ``",
                "where modifiedtime > '2026-11-24'                     | 10 11 12 13 14",
                "order by lastname                                     | 11 10 12 13 14",
                "order by lastname, firstname desc                     | 11 10 12 14 13",
                "order by id desc                                      | 14 13 12 11 10",
                "order by account_id desc                              | 11 10 12 13 14",
                "order by modifiedtime, id limit 1,2                   | 11 12",
                "order by bogus                                        | ``",
                "order by mailingcity                                  | ``",
                "where mailingcity != 'x' order by mailingcity, id desc   | 14 13 12 11 10",
                "limit 2                                               | 10 11",
                "limit 3, 9                                            | 13 14",
                "limit 9, 9                                            | ``",
                "limit 0                                               | ``",
                "limit -1                                              | ``",
                "limit +1                                              | ``",
                "limit 1e0                                             | ``",
                "limit 1e1                                             | ``",
                "limit 1e3                                             | 10 11 12 13 14",
                "limit 1,1e0                                           | ``",
                "where id = '12x11e0'                                  | 11",
                "where birthday = '1990/05/01'                         | 10",
                "where birthday = '19900501'                           | 10",
                "where birthday = '90-5-1'                             | 10",
                "where birthday > '1995.01.01'                         | 13",
                "where birthday > '2026-13-01'                         | 10 13",
                "where birthday < '2026-13-01'                         | ``",
                "where birthday > '2026-01-32'                         | 10 13",
                "where modifiedtime < '69-12-31'                       | 10 11 12 13 14",
                "where modifiedtime < '70-01-01'                       | ``",
                "limit abc                                             | 10 11 12 13 14",
                "limit 99999999999,5                                   | ``",
            })
    void finds(String clauses, String numbers) {
        String found = rows("select id, lastname from Contacts " + clauses + ";").stream()
                .map(row -> row.get("id").toString().substring(3))
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(numbers == null ? "" : numbers);
    }

    @Test
    void numbersCompareAsNumbersAndNothingIsNone() {
        assertThat(ids("select id from Accounts where annual_revenue > '100';")).containsExactly("11x3");
        assertThat(ids("select id from Accounts where employees < 10;")).containsExactly("11x3");
        assertThat(ids("select id from Accounts order by annual_revenue desc;"))
                .containsExactly("11x3", "11x20", "11x21");
    }

    @Test
    void idsAloneComeByTheIndexThatTheDatabaseReads() {
        assertThat(ids("select id from Contacts;")).containsExactly("12x12", "12x13", "12x14", "12x10", "12x11");
        assertThat(ids("select account_id from Contacts limit 2;")).containsExactly("12x12", "12x13");
        assertThat(ids("select id, lastname from Contacts limit 2;")).containsExactly("12x10", "12x11");
        assertThat(ids("select id from Contacts order by id limit 2;")).containsExactly("12x10", "12x11");
    }

    @Test
    void givesWhatWasAskedForAndTheId() {
        assertThat(rows("select lastname, account_id from Contacts limit 1;"))
                .containsExactly(Map.of("lastname", "Parker", "account_id", "11x3", "id", "12x10"));
        assertThat(rows("select firstname,id,lastname,id from Contacts limit 1;")
                        .get(0)
                        .keySet())
                .containsExactly("firstname", "id", "lastname");
        assertThat(rows("select * from Contacts limit 1;").get(0).keySet())
                .startsWith("salutationtype", "firstname")
                .endsWith("imagename", "id")
                .doesNotContain("label");
    }

    @Test
    void counts() {
        assertThat(rows("SELECT COUNT(*) FROM Contacts;")).containsExactly(Map.of("count", "5"));
        assertThat(rows("select count(*) from Contacts where lastname='zimmer' limit 1;"))
                .containsExactly(Map.of("count", "2"));
        assertThat(rows("select count(*) from Contacts limit 0;")).isEmpty();
    }

    @Test
    void givesAtMostAHundred() {
        for (long number = 100; number < 250; number++) {
            contact(number, "lastname", "Many");
        }

        assertThat(rows("select id from Contacts;")).hasSize(100);
        assertThat(rows("select id from Contacts limit 500;")).hasSize(100);
        assertThat(rows("select id from Contacts limit 0,200;")).hasSize(100);
        assertThat(ids("select id from Contacts where id > '12x150' order by id limit 2;"))
                .containsExactly("12x151", "12x152");
    }

    @Test
    void refusesNamesThatDoNotExist() {
        refuses("select bogus from Contacts where account_id='x';", "Permission to access '.bogus.' attribute denied.");
        refuses("select * from Contacts where LASTNAME='x';", "Permission to access LASTNAME attribute denied.");
        refuses("select label from Contacts;", "Permission to access '.label.' attribute denied.");
        refuses("select tax1 from Products;", "Permission to access '.tax1.' attribute denied.");
        refuses("select user_password from Users;", "Permission to access '.user_password.' attribute denied.");
        refuses("select * from contacts;", "Permission to perform the operation is denied for name : contacts");
        refuses("select * from Contacts, Leads;", "Permission to perform the operation is denied for name : Contacts,");
        refuses(";", "Permission to perform the operation is denied for query");
        refuses("select id from Contacts where account_id = 'abc';", "Id specified is incorrect");
    }

    @Test
    void usersAreForAdministrators() {
        assertThatThrownBy(() -> query.execute(call(SELLER, "select * from Users;")))
                .hasMessage("Permission to perform the operation is denied");
        assertThat(ids("select id from Users;")).isEmpty();
    }

    private void refuses(String text, String message) {
        assertThatThrownBy(() -> rows(text)).hasMessage(message);
    }

    private List<Object> ids(String text) {
        return rows(text).stream().map(row -> row.get("id")).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String text) {
        return (List<Map<String, Object>>) query.execute(call(ADMIN, text));
    }

    private static Call call(CrmUser user, String text) {
        return new Call(user, "", "GET", Map.of("query", text));
    }

    private ModuleMetadata contacts() {
        return store.table("Contacts").module();
    }

    private void contact(long number, String... values) {
        store.table("Contacts").put(new StoredRow(contacts(), number, contactValues(number, values), false));
    }

    private String[] contactValues(long number, String... values) {
        String[] all = valuesOf(contacts(), values);
        all[contacts().fieldIndex("assigned_user_id")] = "19x1";
        all[contacts().fieldIndex("modifiedtime")] = "2026-11-24 10:00:" + number;
        return all;
    }

    private void account(long number, String... values) {
        ModuleMetadata accounts = store.table("Accounts").module();
        store.table("Accounts").put(new StoredRow(accounts, number, valuesOf(accounts, values), false));
    }

    private static String[] valuesOf(ModuleMetadata module, String... values) {
        String[] all = new String[module.fields().size()];
        for (int i = 0; i < values.length; i += 2) {
            all[module.fieldIndex(values[i])] = values[i + 1];
        }
        return all;
    }
}
