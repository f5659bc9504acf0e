// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"

#include "collab/crdt/engine/replica.h"
#include "collab/crdt/engine/stateencoder.h"
#include "collab/crdt/engine/updateapplier.h"
#include "collab/crdt/wire/updatev2.h"

#include <algorithm>

namespace crdt {

Doc::Doc(QObject *parent)
    : Doc(Options(), parent)
{
}

Doc::Doc(const Options &options, QObject *parent)
    : QObject(parent)
    , m_replica(std::make_unique<Replica>(
          *this, options.clientId.value_or(Replica::randomClientId()), options.collectsGarbage))
{
}

Doc::~Doc() = default;

quint64 Doc::clientId() const
{
    return m_replica->clientId();
}

void Doc::setClientId(quint64 id)
{
    if (id == clientId())
        return;
    m_replica->setClientId(id);
    Q_EMIT clientIdChanged();
}

/// The root, which is of the kind for which it is asked first.
static SharedType rootOf(Doc &doc, QStringView name, TypeKind kind)
{
    auto &store = doc.replica().store();
    const auto index = store.root(lib0::toUtf8(name));
    if (store.type(index).kind == TypeNode::UnknownKind)
        store.type(index).kind = quint8(kind);
    return {&doc, index};
}

YMap Doc::map(QStringView name)
{
    return YMap(rootOf(*this, name, TypeKind::Map));
}

YArray Doc::array(QStringView name)
{
    return YArray(rootOf(*this, name, TypeKind::Array));
}

YText Doc::text(QStringView name)
{
    return YText(rootOf(*this, name, TypeKind::Text));
}

QStringList Doc::roots() const
{
    QStringList names;
    for (const auto root : m_replica->store().roots())
        names.append(
            QString::fromUtf8(m_replica->store().text(m_replica->store().type(root).name)));
    names.sort();
    return names;
}

void Doc::transact(const std::function<void()> &edit, Origin origin)
{
    m_replica->transact(edit, origin);
}

Result<void> Doc::applyUpdate(QByteArrayView update, Origin origin, Encoding encoding)
{
    QByteArray converted;
    if (encoding == Encoding::V2) {
        auto v1 = updateV1FromV2(update);
        if (!v1)
            return std::unexpected(v1.error());
        converted = std::move(*v1);
        update = converted;
    }
    UpdateApplier applier(*m_replica, update);
    if (const auto checked = applier.check(); !checked)
        return checked;
    m_replica->transact([&applier] { applier.apply(); }, origin, Replica::Side::Remote);
    return {};
}

QByteArray Doc::encodeStateAsUpdate(const StateVector &known, Encoding encoding) const
{
    const auto state = encodeState(*m_replica, known);
    if (encoding == Encoding::V1)
        return state;
    return updateV2FromV1(state, StructReader::KeyBits::All).value_or(QByteArray());
}

StateVector Doc::stateVector() const
{
    return stateVectorOf(m_replica->store());
}

bool Doc::hasPendingStructs() const
{
    return m_replica->pending().hasStructs();
}

bool Doc::hasPendingDeletes() const
{
    return m_replica->pending().hasDeletes();
}

void Doc::forgetPending()
{
    m_replica->pending() = {};
}

qsizetype Doc::pendingBytes() const
{
    return m_replica->pending().bytes();
}

qsizetype Doc::structCount() const
{
    return m_replica->store().structCount();
}

int Doc::observeDeep(const SharedType &type, const Observer &observer)
{
    return m_replica->observe(type.index(), observer);
}

void Doc::stopObserving(int observer)
{
    m_replica->unobserve(observer);
}

} // namespace crdt
