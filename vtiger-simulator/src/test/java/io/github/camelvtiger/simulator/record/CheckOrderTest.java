package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckOrderTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "Bogus", ""})
    void theModuleComesFirst(String module) {
        assertDenied(
                "Permission to perform the operation is denied",
                () -> crm.createJson(module, "{\"account_id\":\"abc\"}"));
    }

    @Test
    void referencesComeBeforeMandatoryFields() {
        assertFails(
                "REFERENCE_INVALID",
                "Invalid reference specified for account_id",
                () -> crm.createJson("Contacts", "{\"account_id\":\"12x3\"}"));
    }

    @ParameterizedTest
    @CsvSource({"abc", "999x1", "x"})
    void aReferenceToNoModuleIsAnIdError(String reference) {
        assertDenied(
                "Permission to perform the operation is denied for id",
                () -> crm.create("Contacts", Map.of("lastname", "L", "account_id", reference)));
    }

    @Test
    void theFirstMandatoryFieldMissingIsNamed() {
        assertMissing("lastname", "{}");
        assertMissing("lastname", "{\"lastname\":\"\",\"assigned_user_id\":\"19x1\"}");
        assertMissing("assigned_user_id", "{\"lastname\":\"L\",\"assigned_user_id\":\"\"}");
        assertMissing("lastname", "{\"lastname\":\"unfinished");
    }

    @Test
    void noughtIsAValue() {
        assertThat(crm.create("Contacts", Map.of("lastname", "0"))).containsEntry("label", " 0");
    }

    @Test
    void anEmptyArrayIsAValue() {
        assertThat(crm.create("Contacts", Map.of("lastname", List.of()))).containsEntry("lastname", "");
    }

    @Test
    void anArrayAsIdCrashesTheServer() {
        assertThatThrownBy(() -> crm.call("revise", Map.of("element", "{\"id\":[\"12x5\"]}")))
                .isInstanceOf(ServerCrash.class);
    }

    @Test
    void aJsonTextAsElementCrashesTheServer() {
        assertThatThrownBy(() -> crm.createJson("Contacts", "\"x\"")).isInstanceOf(ServerCrash.class);
    }

    @ParameterizedTest
    @CsvSource({"1,19x1", "admin,19x1", "12x1,19x1", "19x1x5,19x1", "20x2,20x2", "19x6,19x6", "19x999,999"})
    void oddOwnersAreAccepted(String owner, String comesBack) {
        assertThat(crm.create("Vendors", Map.of("vendorname", "V", "assigned_user_id", owner)))
                .containsEntry("assigned_user_id", comesBack);
    }

    @Test
    void usersWhoAreNoAdministratorsGiveRecordsOnlyToUsersAndGroups() {
        crm.as("sales1");
        assertThat(crm.create("Contacts", Map.of("lastname", "L", "assigned_user_id", "19x1")))
                .containsEntry("assigned_user_id", "19x1");
        assertDenied(
                "Cannot assign record to the given user",
                () -> crm.create("Contacts", Map.of("lastname", "L", "assigned_user_id", "19x999")));
        assertDenied(
                "Cannot assign record to the given user",
                () -> crm.create("Contacts", Map.of("lastname", "L", "assigned_user_id", "admin")));
    }

    @Test
    void anAccountsNameIsUniqueWhateverItsCase() {
        String first = crm.created("Accounts", Map.of("accountname", "Acme Ltd"));
        String second = crm.created("Accounts", Map.of("accountname", "Other"));
        assertDuplicate(() -> crm.create("Accounts", Map.of("accountname", "ACME LTD")));
        assertDuplicate(() -> crm.revise(second, Map.of("accountname", "acme ltd")));
        assertThat(crm.revise(first, Map.of("accountname", "ACME Ltd"))).containsEntry("accountname", "ACME Ltd");
        crm.delete(first);
        assertThat(crm.revise(second, Map.of("accountname", "Acme Ltd"))).containsEntry("accountname", "Acme Ltd");
    }

    @Test
    void aReferenceToNothingIsAcceptedAndReadsBackEmpty() {
        assertThat(crm.create("Contacts", Map.of("lastname", "L", "account_id", "11x99999")))
                .containsEntry("account_id", "");
    }

    @Test
    void usersCannotBeCreated() {
        assertDenied(
                "Permission to perform the operation is denied for id",
                () -> crm.create("Users", Map.of("user_name", "u", "roleid", "H5")));
    }

    private void assertMissing(String field, String element) {
        assertFails(
                "MANDATORY_FIELDS_MISSING",
                field + " does not have a value",
                () -> crm.createJson("Contacts", element));
    }

    private static void assertDuplicate(ThrowingCallable call) {
        assertFails(0, "Duplicate(s) detected!", call);
    }
}
