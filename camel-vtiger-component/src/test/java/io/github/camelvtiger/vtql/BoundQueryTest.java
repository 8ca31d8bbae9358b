package io.github.camelvtiger.vtql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BoundQueryTest {

    private static final String QUERY = "select id from Leads where city = :city;";

    @Test
    void aNameStandsForItsValueWhereverItStands() {
        assertThat(BoundQuery.bind(
                        "select id from Leads where city = :city and zip in (:zips) or lastname = :city",
                        parameter -> Map.of("city", "Bonn", "zips", List.of("1", "2"))
                                .get(parameter.name())))
                .isEqualTo("select id from Leads where city = 'Bonn' and zip in ('1', '2') or lastname = 'Bonn'");
    }

    @Test
    void aColonInsideATextIsText() {
        String query = "select id from Leads where city = 'at :city, O'':city'";

        assertThat(BoundQuery.bind(query, name -> "no")).isEqualTo(query);
    }

    @Test
    void eachParameterKnowsWhatItIsComparedWith() {
        assertThat(BoundQuery.parameters(
                        "select id, city from Leads where city = :a and zip in (:b, 'x', :c) or id >= :d limit :e"))
                .extracting(
                        BoundQuery.Parameter::name,
                        parameter -> parameter.field().orElse(null),
                        BoundQuery.Parameter::listed)
                .containsExactly(
                        tuple("a", "city", false),
                        tuple("b", "zip", true),
                        tuple("c", "zip", true),
                        tuple("d", "id", false),
                        tuple("e", "id", false));
        assertThat(BoundQuery.module("select from from Leads where city = 'from Contacts'"))
                .contains("from");
        assertThat(BoundQuery.module("select id FROM Leads")).contains("Leads");
        assertThat(BoundQuery.module("city = :a")).isEmpty();
    }

    @Test
    void severalValuesBelongBehindIn() {
        assertThatThrownBy(() -> bound(List.of("a", "b")))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessage("The parameter :city of the query has several values, which only IN takes; write city IN"
                        + " (:city).");
    }

    @Test
    void whatCannotBeExpressedIsRefusedByName() {
        assertThatThrownBy(() -> bound(""))
                .hasMessage("The parameter :city of the query is an empty text, which VTQL"
                        + " can't express; ' ' (one space) finds empty fields.");
        assertThatThrownBy(() -> listed(List.of()))
                .hasMessage("The parameter :city of the query is an empty List; IN needs at least one value.");
        assertThatThrownBy(() -> listed(Arrays.asList("a", null)))
                .hasMessage("The parameter :city of the query has no value at one place of its List; leave it out.");
        assertThatThrownBy(() -> listed(List.of("a", ""))).hasMessageContaining("is an empty text");
        assertThatThrownBy(() -> bound(null))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessage("The parameter :city of the query has no value; set the header city.");
    }

    @Property
    void noTextIsAnythingButOneText(@ForAll("texts") String value) {
        String bound = BoundQuery.bind(QUERY, name -> value);
        List<VtqlToken> tokens = VtqlLexer.tokens(bound);
        List<VtqlToken> texts = tokens.stream()
                .filter(token -> token.kind() == VtqlToken.Kind.TEXT)
                .toList();

        assertThat(tokens).hasSize(VtqlLexer.tokens(QUERY).size());
        assertThat(texts).hasSize(1);
        assertThat(unquoted(texts.get(0).text())).isEqualTo(value);
        assertThat(VtqlStatement.parse(bound).condition().alternatives()).hasSize(1);
    }

    @Property
    void aListIsItsTexts(@ForAll("lists") List<String> values) {
        String bound = BoundQuery.bind("select id from Leads where city in (:city);", name -> values);

        assertThat(VtqlLexer.tokens(bound).stream()
                        .filter(token -> token.kind() == VtqlToken.Kind.TEXT)
                        .map(token -> unquoted(token.text())))
                .isEqualTo(values);
        assertThat(VtqlStatement.parse(bound).condition().alternatives()).hasSize(1);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> dangerous = Arbitraries.of("'", "\\", ":city", ";", " or ", "--", "''", "\n", "%", "\"", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(dangerous, Arbitraries.strings().ofMinLength(1).ofMaxLength(30));
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return texts().list().ofMinSize(1).ofMaxSize(5);
    }

    private static String listed(Object value) {
        return BoundQuery.bind("select id from Leads where city in (:city);", name -> value);
    }

    private static String bound(Object value) {
        String bound = BoundQuery.bind(QUERY, name -> value);
        return bound.substring("select id from Leads where city = ".length(), bound.length() - 1);
    }

    /** First as the server's lexer reads it, then as its database does. */
    private static String unquoted(String literal) {
        String inside = literal.substring(1, literal.length() - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char character = inside.charAt(i);
            if (character == '\'' || character == '\\') {
                i++;
                assertThat(inside.charAt(i)).isEqualTo(character);
            }
            text.append(character);
        }
        return text.toString();
    }
}
