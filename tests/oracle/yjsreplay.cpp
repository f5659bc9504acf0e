// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/yjsreplay.h"

#include "collab/lib0/json.h"
#include "oracle/anyaccess.h"

#include <array>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

constexpr qsizetype LongestShown = 300;

QString shown(const lib0::Any &value)
{
    const auto text = QString::fromUtf8(lib0::stringify(value));
    return text.size() > LongestShown ? text.first(LongestShown) + u'…' : text;
}

const lib0::Any AllRoots =
    lib0::Any::Object{{u"m"_s, u"map"_s}, {u"a"_s, u"array"_s}, {u"t"_s, u"text"_s}};

} // namespace

YjsReplay::YjsReplay(const Any &recorded)
    : m_recorded(recorded)
{
}

QStringList YjsReplay::run()
{
    const auto kind = textOf(member(m_recorded, "kind"_L1));
    if (kind == "script"_L1)
        runScript();
    else if (kind == "lib0"_L1)
        runLib0();
    else if (kind == "update-util"_L1)
        runUpdateTool();
    else if (kind == "snapshot"_L1)
        runSnapshots();
    else if (kind == "relpos"_L1)
        runPositions();
    else if (kind == "awareness"_L1)
        runAwareness();
    else if (kind == "malformed"_L1)
        runMalformed();
    else
        m_problems += u"a kind of case that nobody runs: "_s + kind;
    return m_problems;
}

lib0::Any YjsReplay::ask(QLatin1StringView command, Any::Object request)
{
    request.emplace_back(u"cmd"_s, QString(command));
    return m_oracle.answer(request);
}

void YjsReplay::expect(const Any &is, const Any &recorded, QLatin1StringView what)
{
    if (sorted(is) != sorted(recorded))
        m_problems +=
            u"%1, %2: %3\n    recorded: %4"_s.arg(m_where, what, shown(is), shown(recorded));
}

void YjsReplay::expectMembers(const Any &answer, const Any &step,
                              std::initializer_list<QLatin1StringView> names)
{
    for (const auto name : names) {
        if (!member(step, name).isUndefined())
            expect(member(answer, name), member(step, name), name);
    }
}

void YjsReplay::runScript()
{
    int number = 0;
    for (const auto &step : listOf(member(m_recorded, "steps"_L1))) {
        m_where = u"step %1"_s.arg(number++);
        runStep(step);
    }
    endScript();
}

void YjsReplay::runStep(const Any &step)
{
    const auto &steps = listOf(member(m_recorded, "steps"_L1));
    const bool tellsEvents = textOf(member(m_recorded, "category"_L1)) == "events"_L1;
    if (auto request = entriesOf(step); !member(step, "doc"_L1).isUndefined()) {
        request.emplace_back(u"roots"_s, member(m_recorded, "roots"_L1));
        request.emplace_back(u"events"_s, tellsEvents);
        ask("doc"_L1, request);
    } else if (const auto &in = member(step, "tx"_L1); !in.isUndefined()) {
        const auto answer = ask("tx"_L1, {{u"doc"_s, in}, {u"ops"_s, member(step, "ops"_L1)}});
        expectMembers(answer, step, {"update"_L1, "emitted"_L1, "events"_L1});
    } else if (const auto &to = member(step, "apply"_L1); !to.isUndefined()) {
        const auto &made = steps.at(size_t(wholeOf(member(step, "step"_L1))));
        const auto &encoding = member(step, "enc"_L1);
        const bool isSecond = textOf(encoding) == "v2"_L1;
        const auto answer =
            ask("apply"_L1,
                {{u"doc"_s, to},
                 {u"hex"_s, isSecond ? member(made, "update_v2"_L1) : member(made, "update"_L1)},
                 {u"enc"_s, encoding}});
        expectMembers(answer, step, {"emits"_L1, "emitted"_L1, "events"_L1});
    } else if (const auto &onto = member(step, "apply_hex"_L1); !onto.isUndefined()) {
        const auto answer = ask("apply"_L1, {{u"doc"_s, onto}, {u"hex"_s, member(step, "u"_L1)}});
        expectMembers(answer, step, {"emits"_L1, "emitted"_L1});
    } else if (const auto &pair = listOf(member(step, "sync"_L1)); pair.size() == 2) {
        const auto answer = ask("diff"_L1, {{u"doc"_s, pair[0]}, {u"sv"_s, member(step, "sv"_L1)}});
        const auto &update = member(answer, "hex"_L1);
        expect(update, member(step, "diff"_L1), "diff"_L1);
        expect(member(ask("apply"_L1, {{u"doc"_s, pair[1]}, {u"hex"_s, update}}), "ok"_L1), true,
               "sync"_L1);
    } else if (const auto &managed = member(step, "undo_manager"_L1); !managed.isUndefined()) {
        request.emplace_back(u"doc"_s, managed);
        ask("undo_manager"_L1, request);
    } else if (const auto &undone = member(step, "um"_L1); !undone.isUndefined()) {
        const auto answer = ask("um"_L1, {{u"doc"_s, undone}, {u"do"_s, member(step, "do"_L1)}});
        expectMembers(
            answer, step,
            {"changed"_L1, "update"_L1, "emitted"_L1, "json"_L1, "undo_len"_L1, "redo_len"_L1});
    } else {
        m_problems += m_where + u": nobody knows such a step"_s;
    }
}

void YjsReplay::endScript()
{
    for (const auto &[name, final] : entriesOf(member(m_recorded, "final"_L1))) {
        m_where = u"the end of "_s + name;
        const auto answer = ask("state"_L1, {{u"doc"_s, name}});
        expectMembers(answer, final,
                      {"json"_L1, "sv"_L1, "state_v1"_L1, "state_v2"_L1, "pending_structs"_L1,
                       "pending_ds"_L1});
        double structs = 0;
        for (const auto &ofClient : listOf(member(final, "structs"_L1)))
            structs += double(wholeOf(listOf(ofClient).at(1)));
        expect(member(answer, "struct_count"_L1), structs, "structs"_L1);
    }
}

void YjsReplay::runLib0()
{
    const auto &type = member(m_recorded, "type"_L1);
    for (const auto &one : listOf(member(m_recorded, "cases"_L1))) {
        const auto &value = member(one, "value"_L1);
        const auto &hex = member(one, "hex"_L1);
        m_where = shown(value);
        expect(member(ask("lib0"_L1, {{u"type"_s, type}, {u"value"_s, value}}), "hex"_L1), hex,
               "encoded"_L1);
        const auto answer =
            ask("lib0_decode"_L1,
                {{u"type"_s, type}, {u"hex"_s, hex}, {u"count"_s, double(listOf(value).size())}});
        expect(member(answer, "value"_L1), value, "decoded"_L1);
    }
}

void YjsReplay::runUpdateTool()
{
    const auto op = textOf(member(m_recorded, "op"_L1));
    const auto &result = member(m_recorded, "result"_L1);
    const auto hex = [this](QLatin1StringView command, const Any::Object &request) {
        return member(ask(command, request), "hex"_L1);
    };
    m_where = op;
    if (op == "mergeUpdates"_L1) {
        expect(hex("merge"_L1, entriesOf(m_recorded)), result, "result"_L1);
        expect(hex("svFromUpdate"_L1, {{u"update"_s, result}}),
               member(m_recorded, "state_vector_from_update"_L1), "state vector"_L1);
        expect(hex("convert"_L1, {{u"hex"_s, result}, {u"to"_s, u"v2"_s}}),
               member(m_recorded, "result_v2"_L1), "as v2"_L1);
        ask("doc"_L1, {{u"doc"_s, u"A"_s}, {u"client"_s, 1}, {u"roots"_s, AllRoots}});
        ask("apply"_L1, {{u"doc"_s, u"A"_s}, {u"hex"_s, result}});
        expectMembers(ask("state"_L1, {{u"doc"_s, u"A"_s}}), m_recorded, {"json"_L1});
    } else if (op == "diffUpdate"_L1) {
        expect(hex("diffUpdate"_L1, entriesOf(m_recorded)), result, "result"_L1);
    } else if (op == "stateVectorFromUpdate"_L1) {
        for (const auto &one : listOf(member(m_recorded, "cases"_L1)))
            expect(hex("svFromUpdate"_L1, entriesOf(one)), member(one, "sv"_L1), "state vector"_L1);
    } else if (op == "convert"_L1) {
        expect(hex("convert"_L1, {{u"hex"_s, member(m_recorded, "v1"_L1)}, {u"to"_s, u"v2"_s}}),
               member(m_recorded, "v1_to_v2"_L1), "to v2"_L1);
        expect(hex("convert"_L1, {{u"hex"_s, member(m_recorded, "v2"_L1)}, {u"to"_s, u"v1"_s}}),
               member(m_recorded, "v2_to_v1"_L1), "to v1"_L1);
    } else {
        m_problems += u"a tool that nobody knows: "_s + op;
    }
}

void YjsReplay::runSnapshots()
{
    const auto &taken = listOf(member(m_recorded, "snapshots"_L1));
    ask("doc"_L1,
        {{u"doc"_s, u"A"_s},
         {u"client"_s, member(m_recorded, "client"_L1)},
         {u"gc"_s, false},
         {u"roots"_s, AllRoots}});
    for (const auto &step : listOf(member(m_recorded, "script"_L1))) {
        if (const auto &ops = member(step, "ops"_L1); !ops.isUndefined()) {
            ask("tx"_L1, {{u"doc"_s, u"A"_s}, {u"ops"_s, ops}});
            continue;
        }
        const auto number = wholeOf(member(step, "snapshot"_L1));
        m_where = u"snapshot %1"_s.arg(number);
        expectMembers(ask("snapshot"_L1, {{u"doc"_s, u"A"_s}}), taken.at(size_t(number)),
                      {"v1"_L1, "v2"_L1});
    }
    for (const auto &snapshot : taken) {
        const auto answer =
            ask("restore"_L1, {{u"doc"_s, u"A"_s}, {u"snapshot_v1"_s, member(snapshot, "v1"_L1)}});
        expect(member(answer, "json"_L1), member(snapshot, "restored"_L1), "restored"_L1);
    }
    m_where = u"the end"_s;
    expectMembers(ask("state"_L1, {{u"doc"_s, u"A"_s}}), m_recorded, {"state_v1"_L1});
}

void YjsReplay::runPositions()
{
    const auto &positions = listOf(member(m_recorded, "positions"_L1));
    ask("doc"_L1,
        {{u"doc"_s, u"A"_s},
         {u"client"_s, member(m_recorded, "client"_L1)},
         {u"roots"_s, AllRoots}});
    for (const auto &step : listOf(member(m_recorded, "script"_L1))) {
        if (!member(step, "op"_L1).isUndefined()) {
            ask("tx"_L1, {{u"doc"_s, u"A"_s}, {u"ops"_s, Any::Array{step}}});
            continue;
        }
        const auto mark = wholeOf(member(step, "mark"_L1));
        m_where = u"position %1"_s.arg(mark);
        auto request = entriesOf(step);
        request.emplace_back(u"doc"_s, u"A"_s);
        request.emplace_back(u"root"_s, member(m_recorded, "root"_L1));
        expectMembers(ask("relpos"_L1, request), positions.at(size_t(mark)), {"hex"_L1});
    }
    for (const auto &position : positions) {
        m_where = textOf(member(position, "hex"_L1));
        const auto answer =
            ask("abspos"_L1, {{u"doc"_s, u"A"_s}, {u"hex"_s, member(position, "hex"_L1)}});
        expect(member(answer, "index"_L1), member(position, "resolves_to"_L1), "index"_L1);
    }
}

void YjsReplay::runAwareness()
{
    int number = 0;
    for (const auto &step : listOf(member(m_recorded, "steps"_L1))) {
        m_where = u"step %1"_s.arg(number++);
        runAwarenessStep(step);
    }
}

void YjsReplay::runAwarenessStep(const Any &step)
{
    using Known = std::pair<QLatin1StringView, QLatin1StringView>; // the step's name, the command
    static constexpr std::array Steps{
        Known{"create"_L1, "aw_new"_L1},          Known{"set"_L1, "aw_set"_L1},
        Known{"set_field"_L1, "aw_set_field"_L1}, Known{"encode"_L1, "aw_encode"_L1},
        Known{"apply"_L1, "aw_apply"_L1},         Known{"remove"_L1, "aw_remove"_L1}};
    for (const auto &[name, command] : Steps) {
        const auto &client = member(step, name);
        if (client.isUndefined())
            continue;
        auto request = entriesOf(step);
        request.emplace_back(u"client"_s, client);
        request.emplace_back(u"hex"_s, member(step, "u"_L1));
        const auto answer = ask(command, request);
        expectMembers(answer, step, {"clock"_L1, "encoded"_L1, "states"_L1, "clocks"_L1});
        if (command == "aw_encode"_L1)
            expectMembers(answer, step, {"hex"_L1});
        else if (command != "aw_new"_L1 && command != "aw_set_field"_L1)
            for (const auto event : {"update"_L1, "change"_L1}) // or that there was none
                expect(member(answer, event), member(step, event), event);
        return;
    }
    m_problems += m_where + u": nobody knows such a step"_s;
}

void YjsReplay::runMalformed()
{
    for (const auto &one : listOf(member(m_recorded, "cases"_L1))) {
        m_where = textOf(member(one, "what"_L1));
        survive(member(one, "hex"_L1));
    }
}

/// What is refused changes nothing, and the document can be edited and read afterwards.
void YjsReplay::survive(const Any &bytes)
{
    const Any::Object name{{u"doc"_s, u"M"_s}};
    const auto set = [this](int value) {
        const Any::Object op{{u"op"_s, u"map.set"_s},
                             {u"path"_s, Any::Array{u"m"_s}},
                             {u"key"_s, u"own"_s},
                             {u"value"_s, value}};
        return ask("tx"_L1, {{u"doc"_s, u"M"_s}, {u"ops"_s, Any::Array{op}}});
    };
    ask("doc"_L1,
        {{u"doc"_s, u"M"_s},
         {u"client"_s, member(m_recorded, "base_client"_L1)},
         {u"roots"_s, AllRoots}});
    set(1);
    const auto before = ask("state"_L1, name);
    const auto answer = ask("apply"_L1, {{u"doc"_s, u"M"_s}, {u"hex"_s, bytes}});
    if (!flagOf(member(answer, "ok"_L1)))
        expect(ask("state"_L1, name), before, "refused, the state"_L1);
    expect(member(set(2), "ok"_L1), true, "an edit"_L1);
    const auto after = ask("state"_L1, name);
    expect(member(member(member(after, "json"_L1), "m"_L1), "own"_L1), 2, "the value"_L1);
    ask("doc"_L1, {{u"doc"_s, u"R"_s}, {u"client"_s, 7}, {u"roots"_s, AllRoots}});
    const auto taken =
        ask("apply"_L1, {{u"doc"_s, u"R"_s}, {u"hex"_s, member(after, "state_v1"_L1)}});
    expect(member(taken, "ok"_L1), true, "read by another"_L1);
}

} // namespace oracle
