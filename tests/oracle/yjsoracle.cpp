// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/yjsoracle.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/relativeposition.h"
#include "collab/crdt/snapshot.h"
#include "collab/crdt/undomanager.h"
#include "collab/lib0/json.h"
#include "oracle/anyaccess.h"
#include "oracle/yjsvalues.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using crdt::Encoding;
using lib0::Any;

namespace oracle {

namespace {

constexpr char remote = 0; // its address is the origin of what others sent

Encoding encodingOf(const Any &name)
{
    return textOf(name) == "v2"_L1 ? Encoding::V2 : Encoding::V1;
}

Any okay()
{
    return Any::Object{{u"ok"_s, true}};
}

/// One document, and what it tells while a command runs.
class Document
{
public:
    explicit Document(const Any &request)
        : m_doc({.clientId = quint64(wholeOf(member(request, "client"_L1))),
                 .collectsGarbage = flagOf(member(request, "gc"_L1), true)})
        , m_tellsEvents(flagOf(member(request, "events"_L1)))
    {
        QObject::connect(&m_doc, &crdt::Doc::updated, &m_doc,
                         [this](const QByteArray &update) { m_updates.push_back(update); });
        for (const auto &[name, kind] : entriesOf(member(request, "roots"_L1)))
            m_roots.emplace_back(name, textOf(kind));
        for (const auto &[name, kind] : m_roots) {
            const auto root = rootOf(m_doc, m_roots, name);
            if (m_tellsEvents)
                m_doc.observeDeep(root, [this](const auto &events, crdt::Origin) {
                    std::ranges::transform(events, std::back_inserter(m_events), eventOf);
                });
        }
    }

    Any answer(const QString &command, const Any &request)
    {
        m_updates.clear();
        m_events.clear();
        if (command == "tx"_L1)
            return transaction(request);
        if (command == "apply"_L1)
            return apply(request);
        if (command == "diff"_L1)
            return diff(request);
        if (command == "state"_L1)
            return state();
        if (command == "undo_manager"_L1)
            return makeUndoManager(request);
        if (command == "um"_L1)
            return undo(textOf(member(request, "do"_L1)));
        if (command == "snapshot"_L1)
            return Any::Object{{u"v1"_s, hexOf(crdt::takeSnapshot(m_doc))},
                               {u"v2"_s, hexOf(crdt::takeSnapshot(m_doc, Encoding::V2))}};
        if (command == "restore"_L1)
            return restore(request);
        if (command == "relpos"_L1)
            return relative(request);
        if (command == "abspos"_L1)
            return absolute(request);
        return Any::Object{{u"unsupported"_s, true}};
    }

private:
    /// All updates that were told as one; null when there were none.
    Any told() const
    {
        if (m_updates.size() < 2)
            return m_updates.empty() ? Any(nullptr) : hexOf(m_updates.front());
        const auto merged = crdt::mergeUpdates(m_updates);
        return merged ? hexOf(*merged) : Any(QString::fromStdString(merged.error().message));
    }

    /// The answer to what changed the document, with what it told of that.
    Any answered(Any::Object answer, const QString &updateName) const
    {
        answer.emplace_back(updateName, told());
        if (m_updates.size() > 1) {
            Any::Array all;
            std::ranges::transform(m_updates, std::back_inserter(all), hexOf);
            answer.emplace_back(u"emitted"_s, all);
        }
        if (m_tellsEvents)
            answer.emplace_back(u"events"_s, m_events);
        return answer;
    }

    Any transaction(const Any &request)
    {
        QString problem;
        m_doc.transact([&] {
            for (const auto &op : listOf(member(request, "ops"_L1))) {
                problem = runOperation(m_doc, m_roots, op);
                if (!problem.isEmpty())
                    return;
            }
        });
        return problem.isEmpty() ? answered({{u"ok"_s, true}}, u"update"_s) : failure(problem);
    }

    Any apply(const Any &request)
    {
        const auto taken = m_doc.applyUpdate(bytesOf(member(request, "hex"_L1)), &remote,
                                             encodingOf(member(request, "enc"_L1)));
        if (!taken)
            return failure(taken.error().message);
        return answered({{u"ok"_s, true}}, u"emits"_s);
    }

    Any diff(const Any &request) const
    {
        const auto known = crdt::StateVector::decode(bytesOf(member(request, "sv"_L1)));
        if (!known)
            return failure(known.error().message);
        return Any::Object{{u"hex"_s, hexOf(m_doc.encodeStateAsUpdate(*known))}};
    }

    Any state()
    {
        return Any::Object{
            {u"json"_s, jsonOf(m_doc, m_roots)},
            {u"state_v1"_s, hexOf(m_doc.encodeStateAsUpdate())},
            {u"state_v2"_s, hexOf(m_doc.encodeStateAsUpdate({}, Encoding::V2))},
            {u"sv"_s, hexOf(m_doc.stateVector().encode())},
            {u"struct_count"_s, double(m_doc.structCount())},
            {u"pending_structs"_s, m_doc.hasPendingStructs()},
            {u"pending_ds"_s, m_doc.hasPendingDeletes()},
        };
    }

    Any makeUndoManager(const Any &request)
    {
        std::vector<crdt::SharedType> scope;
        for (const auto &name : listOf(member(request, "scope"_L1)))
            scope.push_back(rootOf(m_doc, m_roots, textOf(name)));
        const crdt::UndoManager::Options options{
            .captureTimeout =
                std::chrono::milliseconds(wholeOf(member(request, "captureTimeout"_L1))),
            .ignoreRemoteMapChanges = flagOf(member(request, "ignoreRemoteMapChanges"_L1))};
        m_undoManager = std::make_unique<crdt::UndoManager>(m_doc, scope, options);
        return okay();
    }

    Any undo(const QString &act)
    {
        if (!m_undoManager)
            return failure(u"the document has no undo manager"_s);
        if (act == "stopCapturing"_L1) {
            m_undoManager->stopCapturing();
            return okay();
        }
        const bool changed = act == "undo"_L1 ? m_undoManager->undo() : m_undoManager->redo();
        return answered({{u"changed"_s, changed},
                         {u"json"_s, jsonOf(m_doc, m_roots)},
                         {u"undo_len"_s, double(m_undoManager->undoSteps())},
                         {u"redo_len"_s, double(m_undoManager->redoSteps())}},
                        u"update"_s);
    }

    Any restore(const Any &request)
    {
        const auto doc = crdt::docFromSnapshot(m_doc, bytesOf(member(request, "snapshot_v1"_L1)));
        if (!doc)
            return failure(doc.error().message);
        return Any::Object{{u"json"_s, jsonOf(**doc, m_roots)}};
    }

    Any relative(const Any &request)
    {
        const auto root = rootOf(m_doc, m_roots, textOf(member(request, "root"_L1)));
        const auto position =
            crdt::relativePosition(root, quint64(wholeOf(member(request, "index"_L1))),
                                   wholeOf(member(request, "assoc"_L1)));
        return Any::Object{{u"hex"_s, hexOf(position.encode())}};
    }

    Any absolute(const Any &request)
    {
        const auto position = crdt::RelativePosition::decode(bytesOf(member(request, "hex"_L1)));
        if (!position)
            return failure(position.error().message);
        const auto place = crdt::absolutePosition(m_doc, *position);
        return Any::Object{{u"index"_s, place ? Any(double(place->index)) : Any(nullptr)}};
    }

    crdt::Doc m_doc;
    Roots m_roots;
    bool m_tellsEvents;
    std::vector<QByteArray> m_updates;
    Any::Array m_events;
    std::unique_ptr<crdt::UndoManager> m_undoManager; // goes before the document that it borrows
};

} // namespace

class YjsOracle::Documents
{
public:
    std::map<QString, std::unique_ptr<Document>> byName;
};

YjsOracle::YjsOracle()
    : m_documents(std::make_unique<Documents>())
{
}

YjsOracle::~YjsOracle() = default;

Any YjsOracle::answer(const Any &request)
{
    const auto command = textOf(member(request, "cmd"_L1));
    if (command == "reset"_L1) {
        m_documents->byName.clear();
        m_awareness = AwarenessCalls();
        return okay();
    }
    if (command.startsWith("aw_"_L1))
        return m_awareness.answer(command, request);
    for (const auto &tool : {updateToolAnswer, lib0Answer}) {
        auto answer = tool(command, request);
        if (!answer.isUndefined())
            return answer;
    }
    const auto name = textOf(member(request, "doc"_L1));
    if (command == "doc"_L1) {
        m_documents->byName[name] = std::make_unique<Document>(request);
        return okay();
    }
    const auto document = m_documents->byName.find(name);
    if (document == m_documents->byName.end())
        return name.isEmpty() ? Any(Any::Object{{u"unsupported"_s, true}})
                              : failure(u"there is no such document"_s);
    return document->second->answer(command, request);
}

QByteArray YjsOracle::answerLine(QByteArrayView line)
{
    const auto request = lib0::parseJson(line);
    const bool isObject = request && request->object() != nullptr;
    return lib0::stringify(isObject ? answer(*request)
                                    : failure(u"the line is not a JSON object"_s));
}

Any failure(const QString &why)
{
    return Any::Object{{u"ok"_s, false}, {u"error"_s, why}};
}

Any updateToolAnswer(const QString &command, const Any &request)
{
    const auto hexed = [](const crdt::Result<QByteArray> &bytes) -> Any {
        return bytes ? Any(Any::Object{{u"hex"_s, hexOf(*bytes)}}) : failure(bytes.error().message);
    };
    const auto update = bytesOf(member(request, "update"_L1));
    if (command == "merge"_L1) {
        std::vector<QByteArray> updates;
        std::ranges::transform(listOf(member(request, "updates"_L1)), std::back_inserter(updates),
                               bytesOf);
        return hexed(crdt::mergeUpdates(updates));
    }
    if (command == "diffUpdate"_L1) {
        const auto known = crdt::StateVector::decode(bytesOf(member(request, "sv"_L1)));
        return known ? hexed(crdt::diffUpdate(update, *known)) : failure(known.error().message);
    }
    if (command == "svFromUpdate"_L1)
        return hexed(crdt::stateVectorFromUpdate(update).transform(&crdt::StateVector::encode));
    if (command == "convert"_L1) {
        const auto to = encodingOf(member(request, "to"_L1));
        const auto from = to == Encoding::V1 ? Encoding::V2 : Encoding::V1;
        return hexed(crdt::convertUpdate(bytesOf(member(request, "hex"_L1)), from, to));
    }
    return {};
}

} // namespace oracle
