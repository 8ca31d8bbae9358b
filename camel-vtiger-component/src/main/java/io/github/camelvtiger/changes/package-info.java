/**
 * The feed: what was created, updated and deleted in one module, at least once and in order for each record. Nothing here
 * knows Camel.
 *
 * <h2>The states of a poll</h2>
 *
 * {@link io.github.camelvtiger.changes.ChangeFeed} goes through its stages in turn; each hands out batches until it has
 * nothing more. A batch that is not whole when the next one is asked for ends the poll.
 *
 * <pre>
 *   begin()
 *     |  the very first one: where the feed begins is stored before anything is read
 *     |  once a process: the CRM's clock is compared with the cursor (FirstMeeting)
 *     v
 *   +---------+    +---------------------+    +-------------------+    +----------------+    +-------+
 *   | Retries | -&gt; | Passes              | -&gt; | SyncedDeletions   | -&gt; | Reconciliation | -&gt; | Sweep | --+
 *   | parked  |    | backfill, then all  |    | syncType only     |    | with deleted   |    | with  |   |
 *   | records |    | passes in one page, |    |                   |    | in events      |    | sweep |   |
 *   +---------+    | or each by itself   |    +-------------------+    +----------------+    | Period|   |
 *        |         +---------------------+            |                        |             +-------+   |
 *        |                    |                       |                        |                 |       |
 *        +--------------------+----------- next() ----+------------------------+-----------------+       |
 *                             v                                                                          |
 *                      +-------------+  completed(), park()   +---------+                                |
 *                      | handed out  | ---------------------&gt; | settled | -- whole: the next batch       |
 *                      +-------------+                        +---------+                                |
 *                                                                  |  not whole: the poll is over        |
 *                                                                  v                                     v
 *                                                                end()  &lt;------------------ nothing more to do
 *                                                  what is known, then the cursor, is stored
 * </pre>
 *
 * <h2>A map</h2>
 *
 * Each class uses those below it only.
 *
 * <table>
 * <caption>The classes by what they are for</caption>
 * <tr><th>for</th><th>classes</th></tr>
 * <tr><td>the whole</td><td>{@code ChangeFeed}, {@code FeedSettings}, {@code FeedSources}, {@code StartFrom}</td></tr>
 * <tr><td>stages</td><td>{@code FeedStage}: {@code Retries}, {@code Passes} (with {@code ReadingOrder}), {@code SyncedDeletions}, {@code
 *     Reconciliation} (with {@code CountBisection}), {@code Sweep}; {@code Deletions} and {@code KeysetWalk} serve several, {@code SweptPages} reports what a sweep reads</td></tr>
 * <tr><td>reading</td><td>{@code FeedReader}, {@code PassWindows}, {@code FeedPage}, {@code FeedBatch}, {@code LowWaterMark}</td></tr>
 * <tr><td>memory</td><td>{@code FeedMemory}: {@code CursorState} ({@code Position}, {@code Delivery}, {@code Parked}) and {@code
 *     KnownRecordIndex} ({@code KnownRecord}, {@code KnownIds}, {@code KnownProperties})</td></tr>
 * <tr><td>time</td><td>{@code FirstMeeting}, {@code CrmClock}, {@code ServerClock}, {@code ClockWitnesses}, {@code ClockReading}</td></tr>
 * <tr><td>the CRM</td><td>{@code ChangeSource}, {@code RecordIds}, {@code SyncSource} and what implements them by VTQL and {@code
 *     sync}; {@code UnusableRows}</td></tr>
 * <tr><td>when to look because of hints</td><td>{@code HintedLooks}</td></tr>
 * <tr><td>comparing</td><td>{@code RecordState}, {@code StateHash}, {@code DecodedText}, {@code FieldHashes}, {@code ChangedFields}</td></tr>
 * <tr><td>own writes</td><td>{@code WriteBroadcast}, {@code ProducerWrite}, {@code OwnChanges}</td></tr>
 * <tr><td>storage</td><td>{@code CursorStore}, {@code Cursor}, {@code KnownStorage}: in files ({@code File...}, {@code CursorText},
 *     {@code CursorLock}, {@code FileFault}) and in databases ({@code Jdbc...}, {@code CursorRow}, {@code EntryRows}, {@code
 *     VersionedRows}); {@code CursorAdministration}</td></tr>
 * </table>
 */
package io.github.camelvtiger.changes;
