package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.Collation;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.vtql.QueryColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a filter of the tests of a WHERE. What the server finds itself is an error; what only MySQL would find is a
 * {@link HiddenSqlError}, which comes after all the others.
 */
final class ConditionCompiler {

    private final ModuleMetadata module;
    private final QueryFields fields;
    private final Metadata metadata;
    private HiddenSqlError sqlError;

    ConditionCompiler(ModuleMetadata module, QueryFields fields, Metadata metadata) {
        this.module = module;
        this.fields = fields;
        this.metadata = metadata;
    }

    RowFilter compile(List<Condition> conditions) {
        List<List<Predicate<StoredRow>>> alternatives = new ArrayList<>();
        IdRange ids = IdRange.ALL;
        boolean onlyAnd = conditions.stream().noneMatch(Condition::afterOr);
        for (Condition condition : conditions) {
            if (alternatives.isEmpty() || condition.afterOr()) {
                alternatives.add(new ArrayList<>());
            }
            QueryColumn column = fields.named(condition.field()).orElseThrow(() -> WebserviceException.accessDenied(
                            "Permission to access " + condition.field() + " attribute denied.")
                    .because(module.name() + " has no field " + condition.field()));
            alternatives.get(alternatives.size() - 1).add(test(column, condition));
            if (onlyAnd && column.kind() == Kind.ID && !isPattern(condition.operator()) && sqlError == null) {
                ids = ids.and(condition.operator(), numbersOf(condition.values()));
            }
        }
        if (sqlError != null) {
            throw sqlError;
        }
        return new RowFilter(alternatives, ids);
    }

    private Predicate<StoredRow> test(QueryColumn column, Condition condition) {
        if (column.kind() == Kind.REFERENCE && !condition.values().stream().allMatch(ConditionCompiler::isId)) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect")
                    .because("the value of " + condition.field() + " is not an id, which is PREFIXxNUMBER");
        }
        if (column.isOfRecords()) {
            condition.values().forEach(literal -> WebserviceId.check(unquoted(literal), metadata));
        }
        try {
            return switch (column.kind()) {
                case ID, REFERENCE, OWNER -> idTest(column, condition);
                default -> valueTest(column, condition);
            };
        } catch (HiddenSqlError e) {
            sqlError = e;
            return row -> false;
        }
    }

    /** Of an id only the number after the x counts. */
    private static Predicate<StoredRow> idTest(QueryColumn column, Condition condition) {
        if (isPattern(condition.operator())) {
            return patternTest(
                    column, condition.operator(), behindX(condition.values().get(0)));
        }
        return numberTest(column, condition.operator(), numbersOf(condition.values()));
    }

    private Predicate<StoredRow> valueTest(QueryColumn column, Condition condition) {
        List<Predicate<StoredRow>> any = new ArrayList<>();
        for (String literal : condition.values()) {
            any.add(literalTest(column, condition.operator(), literal));
        }
        return any.size() == 1 ? any.get(0) : row -> any.stream().anyMatch(one -> one.test(row));
    }

    private Predicate<StoredRow> literalTest(QueryColumn column, TokenType operator, String literal) {
        if (SqlLiteral.isQuoted(literal)) {
            return textTest(column, operator, SqlLiteral.text(literal));
        }
        if (SqlLiteral.isNumber(literal)) {
            return isPattern(operator)
                    ? textTest(column, operator, literal)
                    : numberTest(column, operator, List.of(Double.valueOf(literal)));
        }
        if ("null".equalsIgnoreCase(literal)) {
            return row -> false;
        }
        if ("true".equalsIgnoreCase(literal) || "false".equalsIgnoreCase(literal)) {
            return numberTest(column, operator, List.of("true".equalsIgnoreCase(literal) ? 1.0 : 0.0));
        }
        QueryColumn other =
                fields.named(literal).orElseThrow(() -> new HiddenSqlError("there is no column " + literal));
        return row -> !column.isNull(row)
                && !other.isNull(row)
                && holds(operator, Collation.compare(column.likeText(row), other.likeText(row)));
    }

    private static Predicate<StoredRow> textTest(QueryColumn column, TokenType operator, String text) {
        if (isPattern(operator)) {
            return patternTest(column, operator, text);
        }
        return switch (column.kind()) {
            case NUMBER -> numberTest(column, operator, List.of(SqlLiteral.number(text)));
            case DATE -> orderTest(column, operator, DateLiteral.date(text));
            case DATETIME -> orderTest(column, operator, DateLiteral.datetime(text));
            default -> row -> !column.isNull(row) && holds(operator, Collation.compare(column.text(row), text));
        };
    }

    private static boolean isPattern(TokenType operator) {
        return operator == TokenType.LIKE || operator == TokenType.NOTLIKE;
    }

    /** What is null is neither like a text nor unlike it. */
    private static Predicate<StoredRow> patternTest(QueryColumn column, TokenType operator, String text) {
        LikePattern pattern = new LikePattern(text);
        boolean wanted = operator == TokenType.LIKE;
        return row -> !column.isNull(row) && pattern.matches(column.likeText(row)) == wanted;
    }

    /** Dates of one form are in order as texts. */
    private static Predicate<StoredRow> orderTest(QueryColumn column, TokenType operator, String date) {
        return row -> !column.isNull(row) && holds(operator, column.text(row).compareTo(date));
    }

    private static Predicate<StoredRow> numberTest(QueryColumn column, TokenType operator, List<Double> numbers) {
        if (numbers.size() == 1) {
            double number = numbers.get(0);
            return row -> !column.isNull(row) && holds(operator, Double.compare(column.number(row), number));
        }
        return row -> !column.isNull(row) && numbers.contains(column.number(row));
    }

    private static boolean holds(TokenType operator, int comparison) {
        return switch (operator) {
            case LT -> comparison < 0;
            case GT -> comparison > 0;
            case LTE -> comparison <= 0;
            case GTE -> comparison >= 0;
            case NE, NOTLIKE -> comparison != 0;
            default -> comparison == 0;
        };
    }

    private static boolean isId(String literal) {
        return literal.indexOf('x') >= 0;
    }

    private static List<Double> numbersOf(List<String> ids) {
        return ids.stream().map(ConditionCompiler::numberBehindX).toList();
    }

    private static Double numberBehindX(String literal) {
        String number = behindX(literal);
        if (!number.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
            throw new HiddenSqlError("no number after the x of an id");
        }
        return Double.valueOf(number);
    }

    /** The second part of an id, {@code ""} for none: whatever follows a second x does not count. */
    private static String behindX(String literal) {
        String[] parts = unquoted(literal).split("x", -1);
        return parts.length < 2 ? "" : parts[1].trim();
    }

    private static String unquoted(String literal) {
        return literal.replaceAll("^['\"]+|['\"]+$", "");
    }
}
