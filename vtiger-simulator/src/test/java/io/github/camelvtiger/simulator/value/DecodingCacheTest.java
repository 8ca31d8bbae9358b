package io.github.camelvtiger.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that equals the encoding of another text read earlier in the same request loses one level; all seen on the server. */
class DecodingCacheTest {

    private static final String PLAIN = "m & n";
    private static final String ENCODED = "m &amp; n";
    private static final String TWICE = "m &amp;amp; n";

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"m & n, m &amp; n", "<x>, &lt;x&gt;", "it's, it&#039;s", "é, &eacute;", "\"q\", &quot;q&quot;"})
    void aRowDependsOnTheRowsBeforeIt(String text, String encoding) {
        contact(text);
        contact(encoding);

        assertThat(firstNames("order by id")).containsExactly(text, text);
        assertThat(firstNames("order by id desc")).containsExactly(encoding, text);
        assertThat(firstNames("where firstname = '" + encoding.replace("'", "''") + "'"))
                .containsExactly(encoding);
    }

    @Test
    void anotherFormOfTheSameEntityIsNotTheServersEncoding() {
        contact("it's");
        contact("it&#39;s");

        assertThat(firstNames("order by id")).containsExactly("it's", "it&#39;s");
    }

    @Test
    void whatLosesALevelIsNotRememberedItself() {
        contact(PLAIN);
        contact(ENCODED);
        contact(TWICE);

        assertThat(firstNames("order by id")).containsExactly(PLAIN, PLAIN, TWICE);
        assertThat(firstNames("order by id desc")).containsExactly(TWICE, ENCODED, PLAIN);
    }

    @Test
    void columnsAreReadInTheOrderOfTheQuery() {
        String id = contact(ENCODED, PLAIN);

        assertThat(only("select firstname, lastname from Contacts where id = '" + id + "';"))
                .containsEntry("firstname", ENCODED);
        assertThat(only("select lastname, firstname from Contacts where id = '" + id + "';"))
                .containsEntry("firstname", PLAIN);
    }

    @Test
    void retrieveReadsTheRecordOnceAndASaveMoreThanOnce() {
        String id = contact(ENCODED, PLAIN);

        assertThat(crm.retrieve(id)).containsEntry("firstname", ENCODED);
        assertThat(crm.revise(id, Map.of("title", "x"))).containsEntry("firstname", PLAIN);
        assertThat(crm.update(id, Map.of("lastname", PLAIN, "assigned_user_id", "19x1")))
                .containsEntry("firstname", PLAIN);
        assertThat(crm.create("Contacts", Map.of("firstname", ENCODED, "lastname", PLAIN)))
                .containsEntry("firstname", PLAIN);
        assertThat(firstNames("where id = '" + id + "'")).containsExactly(ENCODED);
    }

    @Test
    void aReviseHasReadTheOldValues() {
        String id = contact(PLAIN, "x");

        assertThat(crm.revise(id, Map.of("firstname", TWICE))).containsEntry("firstname", PLAIN);
        assertThat(crm.retrieve(id)).containsEntry("firstname", ENCODED);
    }

    @Test
    void aLabelIsTakenForOneThatNeedsNoEncoding() {
        String id = crm.created("Accounts", Map.of("accountname", ENCODED, "website", PLAIN));

        assertThat(crm.retrieve(id)).containsEntry("label", ENCODED);
    }

    /** Every save writes the description as it has read it. */
    @Test
    void aDescriptionIsDamagedForGood() {
        String id = crm.created("Contacts", Map.of("firstname", PLAIN, "lastname", "x", "description", ENCODED));
        crm.revise(id, Map.of("title", "x"));

        assertThat(only("select description from Contacts where id = '" + id + "';"))
                .containsEntry("description", PLAIN);
    }

    @Test
    void anUpdateEncodesTheDescriptionOnlyIfItReadItEncoded() {
        String id = crm.created("Contacts", Map.of("firstname", PLAIN, "lastname", "x", "description", ENCODED));
        crm.update(id, Map.of("lastname", "x", "assigned_user_id", "19x1"));

        assertThat(only("select description from Contacts where id = '" + id + "';"))
                .containsEntry("description", ENCODED);
    }

    private void contact(String firstName) {
        contact(firstName, "x");
    }

    private String contact(String firstName, String lastName) {
        return crm.created("Contacts", Map.of("firstname", firstName, "lastname", lastName));
    }

    private Stream<Object> firstNames(String rest) {
        return rows("select firstname from Contacts " + rest + ";").stream().map(row -> row.get("firstname"));
    }

    private Map<String, Object> only(String query) {
        List<Map<String, Object>> rows = rows(query);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<Map<String, Object>> rows(String query) {
        return crm.rows("query", Map.of("query", query));
    }
}
