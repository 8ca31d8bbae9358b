package io.github.camelvtiger.vtql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.QuerySyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VtqlStatementTest {

    @Test
    void everyPartOfAQueryIsRead() {
        VtqlStatement query = VtqlStatement.parse(
                "SELECT id, lastname\nFROM Contacts WHERE lastname LIKE 'A%' AND assigned_user_id = 19x1 OR donotcall in"
                        + " ('1', 0) Order By lastname, id DESC Limit 5, 10 ;");

        assertThat(query.columns()).containsExactly("id", "lastname");
        assertThat(query.module()).isEqualTo("Contacts");
        assertThat(query.condition().alternatives())
                .containsExactly("lastname like 'A%' and assigned_user_id = 19x1", "donotcall in ('1', 0)");
        assertThat(query.condition().fields()).containsExactlyInAnyOrder("lastname", "assigned_user_id", "donotcall");
        assertThat(query.order()).containsExactly("lastname", "id");
        assertThat(query.descending()).isTrue();
        assertThat(query.skip()).isEqualTo(5);
        assertThat(query.limit()).isEqualTo(10);
        assertThat(query.counts()).isFalse();
    }

    @Test
    void whatIsNotSaidIsEverything() {
        VtqlStatement query = VtqlStatement.parse("select * from HelpDesk");

        assertThat(query.columns()).isEmpty();
        assertThat(query.condition()).isEqualTo(Condition.NONE);
        assertThat(query.order()).isEmpty();
        assertThat(query.skip()).isZero();
        assertThat(query.limit()).isEqualTo(-1);
        assertThat(query.isOrderedById()).isTrue();
        assertThat(query.selection() + query.condition().clause() + query.orderClause())
                .isEqualTo("select * from HelpDesk");
    }

    @Test
    void countingIsRead() {
        VtqlStatement query = VtqlStatement.parse("select count(*) from Leads where lastname != 'x';");

        assertThat(query.counts()).isTrue();
        assertThat(query.selection() + query.condition().clause())
                .isEqualTo("select count(*) from Leads where lastname != 'x'");
    }

    @Test
    void onlyTheIdsOwnOrderIsOrderedById() {
        assertThat(VtqlStatement.parse("select * from Leads order by id desc;").isOrderedById())
                .isTrue();
        assertThat(VtqlStatement.parse("select * from Leads order by id, lastname;")
                        .isOrderedById())
                .isFalse();
    }

    @Test
    void theOrderIsWrittenAgainAsItWasRead() {
        assertThat(VtqlStatement.parse("select * from Leads order by city, lastname desc;")
                        .orderClause())
                .isEqualTo(" order by city, lastname desc");
    }

    @Test
    void aDecimalIsQuotedBecauseTheServerReadsNoDecimalPoint() {
        assertThat(VtqlStatement.parse("select * from Potentials where amount >= 10.5;")
                        .condition()
                        .clause())
                .isEqualTo(" where amount >= '10.5'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from Leads where lastname = 'O''Hara'",
                "select id from Leads where lastname = 'select \" ( ) : ; from where'",
                "select id from Leads where lastname = '\\\\'",
                "select id from Leads where lastname like '50\\%'",
                "select id from Leads where lastname = ' '",
                "select id from Leads where lastname = ''''",
                "select id from Leads where annualrevenue > -5",
                "select id from Leads where lastname = 'Zoë 漢字 😀'",
                "select id from Leads limit 0",
            })
    void isAccepted(String query) {
        assertThat(VtqlStatement.parse(query).module()).isEqualTo("Leads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            delete from Leads;                              | a query begins with SELECT
            `";select id from Leads;`                       | VTQL has no double quotes
            /* x */ select id from Leads;                   | VTQL can't read the character /
            select id;                                      | a module is missing
            select id from ;                                | the name of a module is missing
            select , from Leads;                            | the name of a field is missing
            select count(id) from Leads;                    | VTQL counts records only: write count(*)
            select max(id) from Leads;                      | VTQL has no functions but count(*)
            select distinct city from Leads;                | VTQL has no DISTINCT
            select city as town from Leads;                 | VTQL has no AS
            select *, city from Leads;                      | * can't be combined with fields
            select Leads.city from Leads;                   | VTQL has no dotted names
            select id from Leads, Contacts;                 | VTQL reads one module only
            select id from Leads join Contacts;             | VTQL has no joins
            select id from Leads group by city;             | VTQL has no GROUP BY
            select id from Leads where city = 'a' group by city; | VTQL has no GROUP BY
            select id from Leads where (city = 'a');        | VTQL has no parentheses
            select id from Leads where not city = 'a';      | VTQL has no NOT
            select id from Leads where city not like 'a';   | VTQL has no NOT
            select id from Leads where city not in ('a');   | VTQL has no NOT
            select id from Leads where city is null;        | VTQL has no IS NULL
            select id from Leads where city between 1 and 2; | VTQL has no BETWEEN
            select id from Leads where city <> 'a';         | VTQL has no <>; write !=
            select id from Leads where a.city = 'a';        | VTQL has no dotted names
            select id from Leads where city = '';           | VTQL has no empty text ''
            select id from Leads where city = 'a;           | no closing quote
            select id from Leads where city = 'a\\'b';      | a quote inside a text is written twice
            select id from Leads where city = "a";          | VTQL has no double quotes
            select id from Leads where city = ;             | a value is missing
            select id from Leads where city = :city;        | no value is bound to :city
            select id from Leads where city 'a';            | a comparison is missing
            select id from Leads where city in 'a';         | the values of IN must be in parentheses
            select id from Leads where city in ('a';        | the values of IN end with a closing parenthesis
            select id from Leads where city in (select city from Contacts); | VTQL has no sub-selects
            select id from Leads order city;                | write ORDER BY
            select id from Leads order by city desc, id;    | VTQL takes one direction only
            select id from Leads order by city asc, id;     | VTQL takes one direction only
            select id from Leads limit 10 offset 5;         | VTQL has no OFFSET
            select id from Leads limit -1;                  | LIMIT takes whole numbers from 0 on
            select id from Leads limit 0, -5;               | LIMIT takes whole numbers from 0 on
            select id from Leads limit 5 order by id;       | ORDER BY must come before LIMIT
            select id from Leads; select id from Leads;     | it should end there
            select id from Leads -- all of them             | VTQL can't read the character -
            """)
    void isRefusedWithASentence(String query, String sentence) {
        assertThatThrownBy(() -> VtqlStatement.parse(query))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining(sentence)
                .hasMessageStartingWith("The query can't be sent, at ")
                .hasMessageEndingWith(".");
    }

    @Test
    void nothingIsRefusedToo() {
        assertThatThrownBy(() -> VtqlStatement.parse(null)).hasMessageContaining("a query begins with SELECT");
    }

    @Test
    void theSentencePointsToThePlaceInALongQuery() {
        assertThatThrownBy(() -> VtqlStatement.parse(
                        "select id, lastname, firstname from Contacts where lastname is null and firstname = 'Anna'"))
                .hasMessageContaining("'…acts where lastname is null and firstname = 'Anna'");
    }

    @Test
    void aDirectionWithoutAnOrderIsRefused() {
        assertThatThrownBy(() -> VtqlStatement.parse("select id from Leads desc;"))
                .hasMessageContaining("it should end there");
    }
}
