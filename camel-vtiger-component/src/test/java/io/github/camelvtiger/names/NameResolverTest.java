package io.github.camelvtiger.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameResolverTest {

    private static final ModuleDescription CONTACTS = module(
            "Contacts",
            "lastname",
            new Field("assigned_user_id", "Owner", "owner", true, true, List.of(), List.of()),
            new Field("account_id", "Company", "reference", false, true, List.of("Accounts"), List.of()));
    private static final ModuleDescription ACCOUNTS = module(
            "Accounts",
            "accountname",
            new Field("accountname", "Name", "string", true, true, List.of(), List.of()),
            new Field("email1", "Email", "email", false, true, List.of(), List.of()));

    private final List<String> asked = new ArrayList<>();
    private List<Map<String, Object>> accounts = List.of(Map.of("id", "11x3", "accountname", "Acme", "email1", ""));
    private boolean usersAreHidden;
    private long now;

    private final NameResolver names = new NameResolver(
            new NameSource() {
                @Override
                public CompletableFuture<ModuleDescription> describe(String module) {
                    return CompletableFuture.completedFuture(ACCOUNTS);
                }

                @Override
                public CompletableFuture<List<Map<String, Object>>> query(String vtql) {
                    asked.add(vtql);
                    if (usersAreHidden && vtql.contains("from Users")) {
                        return CompletableFuture.failedFuture(new AccessDeniedException("denied", FailureContext.NONE));
                    }
                    return CompletableFuture.completedFuture(rows(vtql));
                }

                @Override
                public CompletableFuture<Map<String, Object>> me() {
                    return CompletableFuture.completedFuture(
                            Map.of("id", "19x6", "user_name", "sales", "first_name", "Sam", "last_name", "Seller"));
                }
            },
            () -> now);

    private List<Map<String, Object>> rows(String vtql) {
        if (vtql.contains("from Users")) {
            return List.of(user("19x5", "jo", "Jo", "Doe", "jo@x.org"), user("19x7", "jo2", "Jo", "Doe", "jo@x.org"));
        }
        return vtql.contains("from Groups") ? List.of(Map.of("id", "20x3", "groupname", "Support")) : accounts;
    }

    @Test
    void userNameBeatsWhatManyAreCalled() {
        assertThat(owner("JO").record()).containsEntry("assigned_user_id", "19x5");
        assertThat(owner("support").record()).containsEntry("assigned_user_id", "20x3");
        assertThat(owner("jo doe").faults().get("assigned_user_id"))
                .isEqualTo("may mean 2 records (19x5, 19x7); give the id of one");
        assertThat(owner("nobody at all").faults().get("assigned_user_id")).contains("give an id like 19x5");
    }

    @Test
    void whoMayNotReadUsersKnowsHimself() {
        usersAreHidden = true;
        assertThat(owner("sales").record()).containsEntry("assigned_user_id", "19x6");
        assertThat(owner("Sam Seller").record()).containsEntry("assigned_user_id", "19x6");
    }

    @Test
    void idsAndOtherTypesAreLeftAlone() {
        Object id = new RecordId(11, 9);
        assertThat(names.resolve(CONTACTS, Map.of("account_id", id, "assigned_user_id", "19x1", "lastname", "x"))
                        .join()
                        .record())
                .containsEntry("account_id", id)
                .containsEntry("assigned_user_id", "19x1");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasFoundIsKeptForFiveMinutes() {
        assertThat(account("Acme").record()).containsEntry("account_id", "11x3");
        assertThat(account(" ACME ").record()).containsEntry("account_id", "11x3");
        assertThat(asked).hasSize(1);
        now += Duration.ofMinutes(6).toNanos();
        accounts = List.of();
        assertThat(account("Acme").faults()).containsKey("account_id");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatWasNotFoundIsAskedForAgainSoon() {
        accounts = List.of();
        assertThat(account("New").faults()).containsKey("account_id");
        accounts = List.of(Map.of("id", "11x8", "accountname", "New"));
        now += Duration.ofSeconds(3).toNanos();
        assertThat(account("New").record()).containsEntry("account_id", "11x8");
    }

    @Test
    void manyNamesAreAskedForByTheHundred() {
        List<Map<String, Object>> records = IntStream.range(0, 250)
                .mapToObj(i -> Map.<String, Object>of("account_id", "Company " + i))
                .toList();
        names.lookAhead(CONTACTS, records).join();
        assertThat(asked).hasSize(3).allMatch(query -> query.length() < 6_000);
    }

    @Test
    void wordsAreSharedAmongTheFieldsOfALabel() {
        LabelQuery query = new LabelQuery(module(
                "Contacts",
                "firstname,lastname",
                new Field("firstname", "", "string", false, true, List.of(), List.of()),
                new Field("lastname", "", "string", true, true, List.of(), List.of())));
        assertThat(query.queries(List.of("Anna van Dyck")))
                .containsExactly("select id, firstname, lastname from Contacts where "
                        + "firstname in ('Anna', 'Anna van', 'Anna van Dyck', 'van Dyck', 'Dyck', ' ') and "
                        + "lastname in ('Anna', 'Anna van', 'Anna van Dyck', 'van Dyck', 'Dyck', ' ');");
    }

    private NameResolver.Resolved owner(String name) {
        return names.resolve(CONTACTS, Map.of("assigned_user_id", name)).join();
    }

    private NameResolver.Resolved account(String name) {
        return names.resolve(CONTACTS, Map.of("account_id", name)).join();
    }

    private static Map<String, Object> user(String id, String name, String first, String last, String email) {
        return Map.of("id", id, "user_name", name, "first_name", first, "last_name", last, "email1", email);
    }

    private static ModuleDescription module(String name, String labelFields, Field... fields) {
        return new ModuleDescription(name, name, 12, List.of(fields), Map.of("labelFields", labelFields));
    }
}
