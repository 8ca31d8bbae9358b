package io.github.camelvtiger.simulator.vtql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a query, and the server's words for it ({@code webservice.md §7}). */
class QuerySyntaxTest {

    private final VtqlParser parser = new VtqlParser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select id from C                         | C        | End of Input(0)     | SEMICOLON",
                "select id from C where                   | where    | End of Input(0)     | COLUMNNAME",
                "select id from C where a = 'x'           | 'x'      | End of Input(0)     | SEMICOLON",
                "select id from C where a in ('x'         | 'x'      | End of Input(0)     | PARENCLOSE,COMMA",
                "select id from C order by a              | a        | End of Input(0)     | SEMICOLON",
                "select id from C limit 1                 | 1        | End of Input(0)     | SEMICOLON",
                "delete from C;                           | delete   | Unknown(delete)     | SELECT",
                "select from C;                           | from     | FRM(from)           | COLUMNNAME",
                "select , from C;                         | ,        | COMMA(,)            | COLUMNNAME",
                "select count(id) from C;                 | id       | COLUMNNAME(id)      | ASTERISK",
                "select count from C;                     | from     | FRM(from)           | PARENOPEN",
                "select count(* from C;                   | from     | FRM(from)           | PARENCLOSE",
                "select count(*) x from C;                | from     | FRM(from)           | SELECT",
                "select *, a from C;                      | ,        | Unknown(,)          | FRM,COMMA",
                "select distinct a from C;                | a        | COLUMNNAME(a)       | SELECT",
                "select max(id) from C;                   | (        | PARENOPEN(()        | SELECT",
                "select a, from C;                        | from     | FRM(from)           | SELECT",
                "select a from C where (a='1');           | (        | PARENOPEN(()        | COLUMNNAME",
                "select a from C where;                   | ;        | SEMICOLON(;)        | COLUMNNAME",
                "select a from C where a;                 | ;        | SEMICOLON(;)        | EQ,LT,GT,LTE,GTE,NE,IN,LIKE",
                "select a from C where a between 1;       | between  | VALUE(between)      | EQ,LT,GT,LTE,GTE,NE,IN,LIKE",
                "select a from C where not a='x';         | a        | VALUE(a)            | EQ,LT,GT,LTE,GTE,NE,IN,LIKE",
                "select a from C where a=;                | ;        | SEMICOLON(;)        | VALUE",
                "select a from C where a <> 'x';          | >        | GT(>)               | VALUE",
                "select a from C where a in ();           | )        | PARENCLOSE())       | VALUE",
                "select a from C where a in ('x' y;       | y        | VALUE(y)            | SEMICOLON",
                "select a from C where a in 'x' and b='y';| b        | VALUE(b)            | SEMICOLON",
                "select a from C where a = 'x' and;       | ;        | SEMICOLON(;)        | COLUMNNAME",
                "select a from C where a='x' and (b='y'); | (        | PARENOPEN(()        | SEMICOLON",
                "select a from C where a='x' or limit 1;  | limit    | LIMIT(limit)        | COLUMNNAME",
                "select a from C where a = 'x' union b;   | union    | COLUMNNAME(union)   | SEMICOLON",
                "select a from C where a = 'D\\'Arcy';    | Arcy     | COLUMNNAME(Arcy)    | SEMICOLON",
                "select a from C where t > 2020-01-01;    | -01      | COLUMNNAME(-01)     | SEMICOLON",
                "select a from C order by a desc, b;      | ,        | COMMA(,)            | SEMICOLON",
                "select a from C order by ;               | ;        | SEMICOLON(;)        | COLUMNNAME",
                "select a from C limit 3 order by a;      | by       | ORDERBY(by)         | SEMICOLON",
                "select a from C limit 5 offset 5;        | offset   | VALUE(offset)       | SEMICOLON",
                "select a from C limit 1,2,3;             | ,        | COMMA(,)            | SEMICOLON",
                "select a from C limit ;                  | ;        | SEMICOLON(;)        | VALUE",
                "select a from C; select b from D;        | select   | COLUMNNAME(select)  | ``",
            })
    void namesTheOffendingTokenAndWhatCouldStandThere(String query, String token, String unexpected, String expected) {
        assertThat(refused(query.stripTrailing()).getMessage())
                .isEqualTo("Syntax Error on line 1: token '" + token + "' Unexpected " + unexpected
                        + ", expected one of: " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from C group by a;",
                "select a from C join D;",
                "select a from C order a;",
                "select a from C , D;"
            })
    void knowsNothingBetterBehindTheModule(String query) {
        assertThat(refused(query).getMessage()).isEqualTo("There is an syntax error in query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from C where a='';",
                "select a from C where a=\"x\";",
                "select a from C where a='open;",
                "select C.a from C;",
                "select a from C where a > 1.5;",
                "select a from C -- comment\n;",
                "select a from C where a = '''; "
            })
    void cannotReadEveryCharacter(String query) {
        assertThat(refused(query))
                .hasMessage("Unknown Error while processing request")
                .extracting(WebserviceException::code)
                .isEqualTo("INTERNAL_SERVER_ERROR");
    }

    @Test
    void runsInCirclesWhenTheFirstWordCannotBeRead() {
        assertThatThrownBy(() -> parser.parse(" /* x */ select a from C;"))
                .isInstanceOf(ServerCrash.class)
                .hasMessageContaining("endless loop");
    }

    @Test
    void takesAZeroInAListForNothing() {
        assertThat(refused("select a from C where a in (0,1);")).hasMessage("columns data inappropriate");
    }

    @Test
    void readsWhatIsAQuery() {
        Statement statement = parser.parse("Select a,b From C where a = 'it''s' AND b in ('1', 2) or c like '%' "
                + "orderby a, b desc limit 5 , 10 ;");

        assertThat(statement)
                .isEqualTo(new Statement(
                        "C",
                        List.of("a", "b"),
                        false,
                        List.of(
                                new Condition("a", TokenType.EQ, List.of("'it''s'"), false),
                                new Condition("b", TokenType.IN, List.of("'1'", "2"), false),
                                new Condition("c", TokenType.LIKE, List.of("'%'"), true)),
                        List.of("a", "b"),
                        true,
                        List.of("5", "10")));
    }

    private WebserviceException refused(String query) {
        return catchThrowableOfType(WebserviceException.class, () -> parser.parse(query));
    }
}
