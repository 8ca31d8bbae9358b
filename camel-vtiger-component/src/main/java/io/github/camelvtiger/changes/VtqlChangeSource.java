package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.crm.FoundPage;
import io.github.camelvtiger.crm.LineItemReader;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A module's records by VTQL queries ({@code webservice.md §7}). */
public final class VtqlChangeSource implements ChangeSource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** More rows the server never answers ({@code webservice.md §7}). */
    private static final int PAGE = 100;

    private final VtigerClient client;
    private final ModuleDescription module;
    private final FeedColumns columns;
    private final Condition narrowing;
    private final Optional<LineItemReader> items;
    private final UnusableRows unusable;
    /** Whether the last window was empty; then the next one probably is. */
    private boolean quiet = true;

    /**
     * @param columns the fields to read; empty for all
     * @param where a VTQL condition without the word WHERE; null for none
     * @param lineItems whether each record bears its line items
     * @param unusable takes the rows that are left out
     * @throws FeedRefusedException when the module has no time of modification
     */
    public VtqlChangeSource(
            VtigerClient client,
            ModuleDescription module,
            List<String> columns,
            String where,
            boolean lineItems,
            UnusableRows unusable) {
        this.client = client;
        this.module = module;
        this.columns = FeedColumns.of(module, columns);
        this.narrowing = Condition.parse(where);
        this.items = lineItems ? Optional.of(new LineItemReader(client)) : Optional.empty();
        this.unusable = unusable;
    }

    @Override
    public String module() {
        return module.name();
    }

    @Override
    public Instant serverTime() {
        return answer("select id from " + module.name() + " limit 1;").serverTime();
    }

    @Override
    public Instant challengeTime(Duration notOlderThan) {
        return Answers.await(client.challengeTime(notOlderThan));
    }

    @Override
    public Rows window(Position after, Instant upTo, int limit) {
        int page = Math.min(limit, PAGE);
        Rows rows = rows(client.provenPages().window(vtql(window(after, upTo), "modifiedtime, id", page), quiet));
        quiet = rows.read() == 0;
        return columns.mayCutPages() || limit > page
                ? filled(
                        rows,
                        limit,
                        states -> FeedReader.lastPlace(states).map(place -> window(place, upTo)),
                        "modifiedtime, id")
                : rows;
    }

    /**
     * As many records as are wanted, from several pages. A page has at most a hundred, and fewer where the server counts line items
     * against the limit. It ends before a record that it has already: that was changed meanwhile, and comes in the next one.
     */
    private Rows filled(Rows first, int limit, Function<List<RecordState>, Optional<Condition>> behind, String order) {
        List<RecordState> states = new ArrayList<>(first.states());
        Set<RecordId> ids = new HashSet<>();
        states.forEach(state -> ids.add(state.id()));
        Rows next = first;
        Optional<Condition> rest = behind.apply(states);
        while (next.read() > 0 && !next.whole() && rest.isPresent() && states.size() < limit) {
            next = rows(
                    client.provenPages().window(vtql(rest.get(), order, Math.min(PAGE, limit - states.size())), false));
            if (next.states().stream().anyMatch(state -> ids.contains(state.id()))) {
                return new Rows(states, first.serverTime(), Math.max(1, states.size()), false);
            }
            next.states().forEach(state -> ids.add(state.id()));
            states.addAll(next.states());
            rest = next.states().isEmpty() ? Optional.empty() : behind.apply(states);
        }
        return new Rows(states, first.serverTime(), first.read() == 0 ? 0 : Math.max(1, states.size()), next.whole());
    }

    private Condition window(Position after, Instant upTo) {
        String time = VtqlLiteral.of(after.modifiedTime());
        Condition later = Condition.all("modifiedtime > " + time, "modifiedtime <= " + VtqlLiteral.of(upTo));
        return after.isEndOfSecond()
                ? later
                : later.or(Condition.all("modifiedtime = " + time, "id > " + literal(after.number())));
    }

    @Override
    public Rows byId(long afterNumber, int limit) {
        int page = Math.min(limit, PAGE);
        Rows rows = rows(client.provenPages().next(vtql(behind(afterNumber), "id", page)));
        return limit > page
                ? filled(
                        rows,
                        limit,
                        states -> states.isEmpty()
                                ? Optional.empty()
                                : Optional.of(behind(
                                        states.get(states.size() - 1).id().number())),
                        "id")
                : rows;
    }

    private Condition behind(long number) {
        return Condition.all("id > " + literal(number));
    }

    @Override
    public List<RecordState> byIds(List<RecordId> ids) {
        return states(answer(vtql(Condition.all("id in (" + VtqlLiteral.of(ids) + ")"), "id", ids.size())));
    }

    @Override
    public Absence absence(RecordId id) {
        try {
            Answers.await(client.retrieve(id));
        } catch (RecordNotFoundException e) {
            return Absence.DELETED;
        } catch (AccessDeniedException e) {
            return Absence.UNCLEAR;
        }
        return narrowing.alternatives().isEmpty() ? Absence.UNCLEAR : Absence.OUTSIDE;
    }

    private String vtql(Condition condition, String order, int limit) {
        return "select " + columns.selection() + " from " + module.name() + " where " + condition.and(narrowing)
                + " order by " + order + " limit " + limit + ";";
    }

    private Rows rows(CompletableFuture<FoundPage> asked) {
        FoundPage found = Answers.await(asked);
        Page page = found.page();
        return new Rows(states(page), page.serverTime(), page.rows().size(), found.whole());
    }

    private List<RecordState> states(Page page) {
        // A join can repeat a record; the last row of it counts.
        Map<RecordId, RecordState> states = new LinkedHashMap<>();
        page.rows().stream().flatMap(row -> state(row).stream()).forEach(state -> states.put(state.id(), state));
        List<RecordState> records = List.copyOf(states.values());
        return items.map(reader -> withItems(reader, records)).orElse(records);
    }

    private static List<RecordState> withItems(LineItemReader items, List<RecordState> records) {
        List<Map<String, Object>> whole = Answers.await(
                items.addTo(records.stream().map(RecordState::fields).toList()));
        List<RecordState> states = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            RecordState state = records.get(i);
            states.add(new RecordState(state.id(), state.modifiedTime(), state.createdTime(), whole.get(i)));
        }
        return states;
    }

    private Page answer(String vtql) {
        return Answers.await(client.queryPage(vtql));
    }

    /** Empty when the row does not say which record it is. */
    private Optional<RecordState> state(Map<String, Object> row) {
        return unusable.idOf(module, row.get("id"), row)
                .map(id -> new RecordState(id, time(row.get("modifiedtime")), time(row.get("createdtime")), row));
    }

    /** Null when there is none that can be read. */
    public static Instant time(Object text) {
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(String.valueOf(text).strip(), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** The server compares the number, but finds nothing without a prefix. */
    private String literal(long number) {
        return VtqlLiteral.of(new RecordId(module.idPrefix(), number));
    }
}
