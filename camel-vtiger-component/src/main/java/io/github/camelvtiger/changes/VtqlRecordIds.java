package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.CountAnswer;
import io.github.camelvtiger.crm.FoundPage;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A module's ids by VTQL queries ({@code webservice.md §7}). */
public final class VtqlRecordIds implements RecordIds {

    private final VtigerClient client;
    private final ModuleDescription module;
    private final Condition narrowing;
    private final UnusableRows unusable;
    private boolean counts = true;

    /**
     * @param where a VTQL condition without the word WHERE; null for none
     * @param unusable takes the rows that are left out
     */
    public VtqlRecordIds(VtigerClient client, ModuleDescription module, String where, UnusableRows unusable) {
        this.client = client;
        this.module = module;
        this.narrowing = Condition.parse(where);
        this.unusable = unusable;
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
        return numbers(client.provenPages()
                .next("select id from " + module.name() + " where "
                        + Condition.all("id > " + literal(after)).and(narrowing) + " order by id limit " + limit + ";")
                .thenApply(FoundPage::page));
    }

    @Override
    public Set<Long> existing(Collection<Long> numbers, long alive) {
        Condition wanted = Condition.all("id in ("
                + LongStream.concat(LongStream.of(alive), numbers.stream().mapToLong(Long::longValue))
                        .distinct()
                        .mapToObj(this::literal)
                        .collect(Collectors.joining(","))
                + ")");
        Set<Long> found = Set.copyOf(numbers(client.queryPage("select id from " + module.name() + " where "
                + wanted.and(narrowing) + " order by id limit " + (numbers.size() + 1) + ";")));
        if (!found.contains(alive) && count(wanted) != found.size()) {
            throw new ServerFailureException(
                    "The CRM counts records of the module " + module.name()
                            + " that it does not list, so nothing is delivered as deleted; look for SQL errors in its log.",
                    FailureContext.of("query", module.name(), null));
        }
        return found;
    }

    private List<Long> numbers(CompletableFuture<Page> page) {
        return Answers.await(page).rows().stream()
                .flatMap(row -> unusable.idOf(module, row.get("id"), row).stream())
                .map(RecordId::number)
                .distinct()
                .toList();
    }

    /** If the server's count fails, the client lists the ids instead, and proves where the list ends. */
    private long count(Condition condition) {
        String vtql = "select count(*) from " + module.name() + " where " + condition.and(narrowing) + ";";
        OptionalLong number = CountAnswer.of(Answers.await(client.queryPage(vtql)));
        counts = number.isPresent();
        return counts ? number.getAsLong() : Answers.await(client.count(vtql));
    }

    @Override
    public boolean counts() {
        return counts;
    }

    private String literal(long number) {
        return VtqlLiteral.of(id(number));
    }
}
