package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A module's ids by VTQL queries ({@code webservice.md §7}). */
public final class VtqlRecordIds implements RecordIds {

    private final VtigerClient client;
    private final ModuleDescription module;
    private final Condition narrowing;

    /** @param where a VTQL condition without the word WHERE; null for none */
    public VtqlRecordIds(VtigerClient client, ModuleDescription module, String where) {
        this.client = client;
        this.module = module;
        this.narrowing = Condition.parse(where);
    }

    @Override
    public RecordId id(long number) {
        return new RecordId(module.idPrefix(), number);
    }

    @Override
    public long count(long after, long upTo) {
        Condition above = Condition.all("id > " + literal(after));
        return count(upTo == Long.MAX_VALUE ? above : above.and(Condition.all("id <= " + literal(upTo))));
    }

    @Override
    public List<Long> list(long after, int limit) {
        return numbers("select id from " + module.name() + " where "
                + Condition.all("id > " + literal(after)).and(narrowing) + " order by id limit " + limit + ";");
    }

    @Override
    public Set<Long> existing(Collection<Long> numbers, long alive) {
        Condition wanted = Condition.all("id in ("
                + LongStream.concat(LongStream.of(alive), numbers.stream().mapToLong(Long::longValue))
                        .distinct()
                        .mapToObj(this::literal)
                        .collect(Collectors.joining(","))
                + ")");
        Set<Long> found = Set.copyOf(numbers("select id from " + module.name() + " where " + wanted.and(narrowing)
                + " order by id limit " + (numbers.size() + 1) + ";"));
        if (!found.contains(alive) && count(wanted) != found.size()) {
            throw new ServerFailureException(
                    "The CRM counts records of the module " + module.name()
                            + " that it does not list, so nothing is delivered as deleted; look for SQL errors in its log.",
                    FailureContext.of("query", module.name(), null));
        }
        return found;
    }

    private List<Long> numbers(String vtql) {
        return Answers.await(client.queryPage(vtql)).rows().stream()
                .map(row -> RecordId.parse(String.valueOf(row.get("id"))).number())
                .distinct()
                .toList();
    }

    private long count(Condition condition) {
        List<Map<String, Object>> rows = Answers.await(client.queryPage(
                        "select count(*) from " + module.name() + " where " + condition.and(narrowing) + ";"))
                .rows();
        if (rows.isEmpty() || rows.get(0).get("count") == null) {
            throw new ServerFailureException(
                    "The CRM did not answer a number to a count of the module " + module.name()
                            + "; it hides SQL errors so, look into its log.",
                    FailureContext.of("query", module.name(), null));
        }
        return Long.parseLong(String.valueOf(rows.get(0).get("count")));
    }

    private String literal(long number) {
        return VtqlLiteral.of(id(number));
    }
}
