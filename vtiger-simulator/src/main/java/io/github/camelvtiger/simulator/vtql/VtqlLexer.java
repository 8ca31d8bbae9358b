package io.github.camelvtiger.simulator.vtql;

import java.util.Locale;

/**
 * Says what each word of a query means. The meaning depends on where the word is, and the server keeps that place by
 * few flags of its own, whence most of its odd messages: after WHERE every second word that is not a sign is a column.
 */
final class VtqlLexer {

    private enum Place {
        BEGINNING,
        COLUMNS,
        FROM,
        TABLE,
        WHERE,
        ORDER,
        LIMIT
    }

    private final Dialect dialect;
    private final WordScanner words;
    private Place place = Place.BEGINNING;
    private boolean counting;
    private boolean ordered;
    private boolean columnSeen;
    private boolean inList;
    private String lastWord = "";
    private int line = 1;

    VtqlLexer(String query, Dialect dialect) {
        this.dialect = dialect;
        words = new WordScanner(query);
    }

    /** @throws UnreadableQuery if a character makes no word */
    Token next() {
        while (!words.atEnd()) {
            String word = words.next();
            if (word.isEmpty()) {
                throw new UnreadableQuery();
            }
            lastWord = word;
            // The server counts only single line breaks.
            line += word.equals("\n") ? 1 : 0;
            if (WordScanner.isBlank(word)) {
                continue;
            }
            if (behindTable() && word.equalsIgnoreCase("order")) {
                ordered = true;
                continue;
            }
            return new Token(typeOf(word), word);
        }
        return new Token(TokenType.END, "0");
    }

    /** The last word read, white space too: messages name it as the offending token. */
    String lastWord() {
        return lastWord;
    }

    int line() {
        return line;
    }

    private boolean behindTable() {
        return place.ordinal() >= Place.WHERE.ordinal();
    }

    private TokenType typeOf(String word) {
        if (behindTable()) {
            return behindTable(word);
        }
        return switch (place) {
            case BEGINNING -> moved(word, "select", Place.COLUMNS, TokenType.SELECT);
            case COLUMNS -> column(word);
            case FROM -> moved(word, "from", Place.TABLE, TokenType.FRM);
            default -> {
                place = Place.WHERE;
                yield word.equalsIgnoreCase("where") ? TokenType.UNKNOWN : TokenType.TABLENAME;
            }
        };
    }

    private TokenType moved(String word, String expected, Place next, TokenType type) {
        if (!word.equalsIgnoreCase(expected)) {
            return TokenType.UNKNOWN;
        }
        place = next;
        return type;
    }

    private TokenType column(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "from":
                place = Place.TABLE;
                return TokenType.FRM;
            case "*":
                place = counting ? place : Place.FROM;
                return TokenType.ASTERISK;
            case "(":
                return TokenType.PARENOPEN;
            case ")":
                return TokenType.PARENCLOSE;
            case ",":
                return TokenType.COMMA;
            case "count":
                counting = true;
                return TokenType.COUNT;
            default:
                return TokenType.COLUMNNAME;
        }
    }

    private TokenType behindTable(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        switch (lower) {
            case ";":
                return TokenType.SEMICOLON;
            case "by":
                if (ordered) {
                    ordered = false;
                    place = Place.ORDER;
                }
                break;
            case "where":
                place = Place.WHERE;
                break;
            case "orderby":
                place = Place.ORDER;
                break;
            case "limit":
                place = Place.LIMIT;
                break;
            default:
                break;
        }
        return switch (place) {
            case ORDER -> order(lower);
            case LIMIT -> limit(lower);
            default -> condition(lower);
        };
    }

    private TokenType condition(String lower) {
        switch (lower) {
            case "=":
                return TokenType.EQ;
            case "where":
                return TokenType.WHERE;
            case "<":
                return TokenType.LT;
            case "<=":
                return TokenType.LTE;
            case ">=":
                return TokenType.GTE;
            case "!=":
                return TokenType.NE;
            case ">":
                return TokenType.GT;
            case "(":
                return TokenType.PARENOPEN;
            case ")":
                columnSeen &= !inList;
                inList = false;
                return TokenType.PARENCLOSE;
            case "and":
                return TokenType.LOGICAL_AND;
            case "or":
                return TokenType.LOGICAL_OR;
            default:
                return columnOrValue(lower);
        }
    }

    private TokenType columnOrValue(String lower) {
        if (!columnSeen) {
            columnSeen = true;
            return TokenType.COLUMNNAME;
        }
        switch (lower) {
            case "in":
                inList = true;
                return TokenType.IN;
            case ",":
                return TokenType.COMMA;
            case "like":
                return TokenType.LIKE;
            default:
                if (dialect == Dialect.CLOUD && lower.equals("notlike")) {
                    return TokenType.NOTLIKE;
                }
                columnSeen = inList;
                return TokenType.VALUE;
        }
    }

    private TokenType order(String lower) {
        if (!ordered) {
            ordered = true;
            return TokenType.ORDERBY;
        }
        return switch (lower) {
            case "," -> TokenType.COMMA;
            case "asc" -> TokenType.ASC;
            case "desc" -> TokenType.DESC;
            default -> TokenType.COLUMNNAME;
        };
    }

    private static TokenType limit(String lower) {
        return switch (lower) {
            case "limit" -> TokenType.LIMIT;
            case "(" -> TokenType.PARENOPEN;
            case ")" -> TokenType.PARENCLOSE;
            case "," -> TokenType.COMMA;
            default -> TokenType.VALUE;
        };
    }
}
