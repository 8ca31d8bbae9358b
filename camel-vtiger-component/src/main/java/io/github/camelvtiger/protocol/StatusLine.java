package io.github.camelvtiger.protocol;

import io.github.camelvtiger.http.HttpHead;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The failure that a status line alone describes: a failed call repeats its message there, and its body may be missing
 * ({@code cloud-rest.md §1}). The code is in front of the message, or known by the words that the server has for it.
 */
final class StatusLine {

    /** These have a meaning of their own, whatever their text. */
    private static final Set<Integer> DECIDED_BY_STATUS = Set.of(401, 403, 404, 407, 429);

    private static final Pattern WITH_CODE = Pattern.compile("([A-Z]+(?:_[A-Z]+)+)(?:[\\s:;,-]+(.*))?");

    private static final Map<Pattern, String> CODES = codes();

    private StatusLine() {}

    private static Map<Pattern, String> codes() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("permission .* denied", "ACCESS_DENIED");
        words.put("does not have a value|mandatory", "MANDATORY_FIELDS_MISSING");
        words.put("record .* not found", "RECORD_NOT_FOUND");
        words.put("id specified is incorrect", "INVALID_ID_ATTRIBUTE");
        words.put("syntax error", "QUERY_SYNTAX_ERROR");
        words.put("unknown operation", "UNKNOWN_OPERATION");
        Map<Pattern, String> codes = new LinkedHashMap<>();
        words.forEach((pattern, code) -> codes.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), code));
        return codes;
    }

    /** Empty for a status other than a failure that the client is to blame for. */
    static Optional<Envelope> failure(HttpHead head) {
        int status = head.status();
        if (status < 400 || status >= 500 || DECIDED_BY_STATUS.contains(status)) {
            return Optional.empty();
        }
        String reason = head.reason() == null ? "" : head.reason().strip();
        Matcher withCode = WITH_CODE.matcher(reason);
        if (withCode.matches()) {
            String message = withCode.group(2) == null ? reason : withCode.group(2);
            return Optional.of(Envelope.failure(withCode.group(1), message));
        }
        String code = CODES.entrySet().stream()
                .filter(known -> known.getKey().matcher(reason).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("HTTP " + status);
        return Optional.of(Envelope.failure(code, reason.isEmpty() ? "nothing but this status" : reason));
    }
}
