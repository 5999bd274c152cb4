"""The street door of the app: page config and navigation, nothing else."""

import streamlit as st

from pipeline.views.pages import ICON, build_navigation

st.set_page_config(page_title="Patternwork", page_icon=ICON, layout="wide")
build_navigation().run()
