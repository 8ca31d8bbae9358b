package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The answer to a query for {@code count(*)}. */
public final class CountAnswer {

    private CountAnswer() {}

    /**
     * The number; empty if there is no row with one. A count then has failed and says nothing: its SQL did, which the
     * server hides ({@code webservice.md §7}), or the server is Vtiger 8.3.0, where every count fails
     * ({@code releases.md §2}).
     */
    public static OptionalLong of(Page answer) {
        return answer.rows().stream()
                .map(row -> Results.text(row.get("count")))
                .filter(number -> number.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** A number as the server answers it. */
    static List<Map<String, Object>> row(long number) {
        return List.of(Map.of("count", String.valueOf(number)));
    }
}
