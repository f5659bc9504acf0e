// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/tools/toolpanel.h"

#include <QUrl>

class QComboBox;
class QLineEdit;

namespace workspace {

/// Asks at which relay to sign in for clusters, and how: by the browser or with an API key. While
/// it is tried, says what is going on; Cancel gives it up. GUI thread only.
class RelayPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the panel.
    RelayPanel(Look &look, QWidget *parent);

    /// `address` is offered; empty: none.
    void askNew(const QString &address);
    enum class How { Browser, Key };
    /// Another sign-in at a relay that is known, so at first. `why`: a sentence; may be empty.
    void askAgain(const QUrl &relay, How how, const QString &why);

    void setTrying(const QString &sentence); ///< nothing but Cancel can be done meanwhile
    /// The person is in the browser, at that address, which they may need to copy.
    void setInBrowser(const QUrl &url);
    void explain(const QString &sentence); ///< why it did not work

Q_SIGNALS:
    /// An empty `key`: by the browser.
    void signInWanted(const QUrl &relay, const QString &key);
    void abandoned(); ///< closed, whatever was being tried

protected:
    void act() override;
    void dismissed() override;

private:
    void showRows();
    void setFieldsEnabled(bool enabled);
    void ask(const QString &heading, const QString &address, How how, QWidget &first);
    bool isByKey() const;

    QLineEdit *m_address;
    QComboBox *m_how;
    QLineEdit *m_key;
    QPushButton *m_copy;
    QUrl m_browser;
};

} // namespace workspace
