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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A module's records by VTQL queries ({@code webservice.md §7}). */
public final class VtqlChangeSource implements ChangeSource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

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
        Rows rows = rows(client.provenPages().window(vtql(window(after, upTo), "modifiedtime, id", limit), quiet));
        quiet = rows.read() == 0;
        return columns.mayCutPages() ? filled(rows, upTo, limit) : rows;
    }

    /** The server counted line items, not records, against the limit; so only an empty page is the last one. */
    private Rows filled(Rows first, Instant upTo, int limit) {
        List<RecordState> states = new ArrayList<>(first.states());
        Rows next = first;
        Optional<Position> place = FeedReader.lastPlace(states);
        while (next.read() > 0 && !next.whole() && place.isPresent() && states.size() < limit) {
            Position before = place.get();
            next = rows(
                    client.provenPages().next(vtql(window(before, upTo), "modifiedtime, id", limit - states.size())));
            states.addAll(next.states());
            place = FeedReader.lastPlace(states).filter(reached -> reached.isAfter(before));
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
        return rows(client.provenPages().next(vtql(Condition.all("id > " + literal(afterNumber)), "id", limit)));
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
